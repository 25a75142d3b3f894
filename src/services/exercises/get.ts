import { findExercise } from '#db/exercises/find.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { Current, Missing } from '../crud/results.ts'
import { presentExercise } from './shape.ts'

/** A built-in or custom exercise, even a deleted one, because workouts refer to it. */
export async function getExercise(
  db: Reader,
  userId: string | undefined,
  id: string,
): Promise<Current<Schemas['Exercise']> | Missing<'exercise'>> {
  const found = await findExercise(db, userId, id)
  return found
    ? { kind: 'current', value: presentExercise(found) }
    : { kind: 'missing', resource: 'exercise' }
}
