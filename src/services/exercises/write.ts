import type { ExerciseDraft, OwnExerciseRow } from '#db/exercises/rows.ts'
import {
  insertExercise,
  isFull,
  nameIsTaken,
  ownExerciseLimit,
  replaceExercise,
  reviveExercise,
} from '#db/exercises/save.ts'
import type { Tx } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { invalid } from '#handlers/problems.ts'
import type { Refused } from '#handlers/refused.ts'
import { problem } from '#http/response/constructors.ts'
import { checkEngagement, draftExercise } from './shape.ts'

/** Prepares an exercise for writing, or says what is wrong with it. */
export function readyExercise(
  userId: string,
  id: string,
  input: Schemas['ExerciseInput'],
): ExerciseDraft | Refused<422> {
  const errors = checkEngagement(input)
  return errors.length > 0 ? invalid(...errors) : draftExercise(userId, id, input)
}

/** Adds an exercise, if its id and name are free. */
export async function addExercise(
  tx: Tx,
  draft: ExerciseDraft,
  now: number,
): Promise<OwnExerciseRow | Refused<409>> {
  const added = await insertExercise(tx, draft, now)
  switch (added.kind) {
    case 'added':
      return added.exercise
    case 'id_taken':
      return problem(409, 'id_taken', 'An exercise with this id already exists.')
    case 'name_taken':
      return nameTaken
    case 'too_many':
      return tooMany
  }
}

/** Replaces an exercise. */
export async function changeExercise(
  tx: Tx,
  kept: OwnExerciseRow,
  draft: ExerciseDraft,
  now: number,
): Promise<OwnExerciseRow | Refused<409>> {
  return (await nameIsTaken(tx, draft)) ? nameTaken : replaceExercise(tx, kept, draft, now)
}

/** Replaces an exercise's tombstone. */
export async function bringBackExercise(
  tx: Tx,
  tombstone: OwnExerciseRow,
  draft: ExerciseDraft,
  now: number,
): Promise<OwnExerciseRow | Refused<409>> {
  if (await nameIsTaken(tx, draft)) return nameTaken
  if (await isFull(tx, draft.userId)) return tooMany
  return reviveExercise(tx, tombstone, draft, now)
}

/** 403: the exercise belongs to everybody. */
export const builtIn = problem(403, 'forbidden', "Built-in exercises can't be changed.")
const nameTaken = problem(409, 'name_taken', 'Another exercise of yours has this name.')
const tooMany = problem(409, 'conflict', `You can have at most ${ownExerciseLimit} custom exercises.`)
