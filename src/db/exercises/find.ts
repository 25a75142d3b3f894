import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { builtInExercises, everyExercise, ownExercises } from './every-exercise.ts'
import type { ExerciseRow } from './rows.ts'
import { sharedExercisesOf } from './shared.ts'

const builtInQuery = prepare((db, { id }: { readonly id: string }) =>
  builtInExercises(db).where('id', '=', id),
)

const anyQuery = prepare((db, { userId, id }: { readonly userId: string; readonly id: string }) =>
  db.selectFrom(everyExercise(db, userId).as('exercises')).selectAll().where('id', '=', id),
)

const ownQuery = prepare((db, { userId }: { readonly userId: string }) =>
  ownExercises(db, userId).orderBy('id'),
)

/** A built-in exercise, or one of the user's own, even if deleted. */
export async function findExercise(
  db: Reader,
  userId: string | undefined,
  id: string,
): Promise<ExerciseRow | undefined> {
  const shared = sharedExercisesOf(db).rows
  const cached = shared?.get(id)
  if (cached) return cached
  const found = await (userId === undefined
    ? builtInQuery.first(db, { id })
    : anyQuery.first(db, { userId, id }))
  if (found?.userId === null) shared?.set(id, Object.freeze(found))
  return found
}

/** All of a user's own exercises, deleted ones included. */
export function listOwnExercises(db: Reader, userId: string): Promise<ExerciseRow[]> {
  return ownQuery.all(db, { userId })
}
