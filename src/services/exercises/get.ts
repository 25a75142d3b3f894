import { findExercise } from '#db/exercises/find.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { OrText } from '#lib/json-text.ts'
import type { Current, Missing } from '../crud/results.ts'
import { presentForReading } from './shape.ts'

/** A built-in or custom exercise, even a deleted one, because workouts refer to it. */
export async function getExercise(
  db: Reader,
  userId: string | undefined,
  id: string,
): Promise<Current<OrText<Schemas['Exercise']>> | Missing<'exercise'>> {
  const exercise = await findExercise(db, userId, id)
  return exercise
    ? { kind: 'current', value: presentForReading(exercise) }
    : { kind: 'missing', resource: 'exercise' }
}
