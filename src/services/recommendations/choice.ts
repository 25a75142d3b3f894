import { transact } from '#db/engine/transact.ts'
import { findExercise } from '#db/exercises/find.ts'
import type { Reader } from '#db/schema/index.ts'
import {
  findProgression,
  listProgressionsAfter,
  saveProgression,
} from '#db/training-settings/progressions.ts'
import type { Schemas } from '#generated/types.ts'
import type { PageRequest } from '#lib/page.ts'
import type { Caller, Target } from '../crud/operations.ts'
import { listPage } from '../crud/page.ts'
import {
  type Current,
  type Deleted,
  type Done,
  type Invalid,
  invalid,
  type Listed,
  type Missing,
  type Stale,
} from '../crud/results.ts'
import { checkScheme, presentChoices, presentProgression } from './scheme.ts'

type Choice = Schemas['ExerciseProgression']

/** The scheme that a user chose for an exercise, or the default. */
export async function getProgression(
  db: Reader,
  userId: string,
  exerciseId: string,
): Promise<Current<Choice> | Missing<'exercise'>> {
  if (!(await findExercise(db, userId, exerciseId))) return missing
  const stored = await findProgression(db, userId, exerciseId)
  return { kind: 'current', value: presentProgression(exerciseId, stored) }
}

/** The position of the last choice on a page, by exercise. */
interface ChoicePosition {
  readonly exerciseId: string
}

/** A page of the schemes that a user chose, by exercise. */
export function listChosenProgressions(
  db: Reader,
  userId: string,
  page: PageRequest<ChoicePosition>,
): Promise<Listed<Schemas['ChosenProgression'], ChoicePosition>> {
  return listPage(
    page,
    ({ after, limit }) => listProgressionsAfter(db, userId, after?.exerciseId, limit),
    ({ exerciseId }) => ({ exerciseId }),
    presentChoices,
  )
}

/** Chooses a scheme for an exercise. */
export async function chooseProgression(
  { user, db, now }: Caller,
  { id: exerciseId, mayChange }: Target,
  scheme: Schemas['ProgressionScheme'],
): Promise<Current<Choice> | Invalid | Missing<'exercise'> | Deleted<'exercise'> | Stale<Choice>> {
  const errors = checkScheme(scheme)
  if (errors.length > 0) return invalid(...errors)
  return transact(db, user.id, async (tx) => {
    const exercise = await findExercise(tx, user.id, exerciseId)
    if (!exercise) return missing
    if (exercise.deletedAt !== null) return { kind: 'deleted', resource: 'exercise' }
    const stored = await findProgression(tx, user.id, exerciseId)
    if (!mayChange(stored?.revision ?? 0))
      return { kind: 'stale', current: presentProgression(exerciseId, stored) }
    const savedRow = await saveProgression(tx, { userId: user.id, exerciseId }, stored, scheme, now())
    return { kind: 'current', value: presentProgression(exerciseId, savedRow) }
  })
}

/** Reverts an exercise to the default scheme. */
export async function resetProgression(
  { user, db, now }: Caller,
  { id: exerciseId, mayChange }: Target,
): Promise<Done | Missing<'exercise'> | Stale<Choice>> {
  return transact(db, user.id, async (tx) => {
    if (!(await findExercise(tx, user.id, exerciseId))) return missing
    const stored = await findProgression(tx, user.id, exerciseId)
    if (!mayChange(stored?.revision ?? 0))
      return { kind: 'stale', current: presentProgression(exerciseId, stored) }
    await saveProgression(tx, { userId: user.id, exerciseId }, stored, undefined, now())
    return { kind: 'done' }
  })
}

const missing: Missing<'exercise'> = { kind: 'missing', resource: 'exercise' }
