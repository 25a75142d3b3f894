import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { builtInExercises, everyExercise, ownExercises } from './every-exercise.ts'
import type { ExerciseRow } from './rows.ts'
import { sharedExercisesOf } from './shared.ts'

const selectBuiltInExercise = prepare((db, { id }: { readonly id: string }) =>
  builtInExercises(db).where('id', '=', id),
)

const selectExercise = prepare((db, { userId, id }: { readonly userId: string; readonly id: string }) =>
  db.selectFrom(everyExercise(db, userId).as('exercises')).selectAll().where('id', '=', id),
)

const selectOwnExercises = prepare((db, { userId }: { readonly userId: string }) =>
  ownExercises(db, userId).orderBy('id'),
)

/** A built-in exercise, or one of the user's own, even if deleted. */
export async function findExercise(
  db: Reader,
  userId: string | undefined,
  id: string,
): Promise<ExerciseRow | undefined> {
  const sharedRows = sharedExercisesOf(db).rows
  const cached = sharedRows.get(id)
  if (cached) return cached
  const exercise = await (userId === undefined
    ? selectBuiltInExercise.first(db, { id })
    : selectExercise.first(db, { userId, id }))
  if (exercise?.userId === null) sharedRows.set(id, Object.freeze(exercise))
  return exercise
}

/** All of a user's own exercises, deleted ones included. */
export function listOwnExercises(db: Reader, userId: string): Promise<ExerciseRow[]> {
  return selectOwnExercises.all(db, { userId })
}
