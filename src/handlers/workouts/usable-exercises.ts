import type { components } from '../../../generated/types.ts'
import { findExerciseFacts } from '../../db/exercises/facts.ts'
import type { Tx } from '../../db/schema.ts'
import type { WorkoutAggregate } from '../../db/workouts/rows.ts'

/**
 * Which of the exercises that a workout names may stand in it: the built-in ones and the user's own, and of the
 * deleted ones those that the workout held before.
 */
export async function usableExercises(
  tx: Tx,
  userId: string,
  { exercises }: components['schemas']['WorkoutInput'],
  kept?: WorkoutAggregate,
): Promise<Set<string>> {
  const facts = await findExerciseFacts(tx, userId, new Set(exercises.map(({ exerciseId }) => exerciseId)))
  const held = new Set(kept?.exercises.map(({ exerciseId }) => exerciseId))
  const usable = facts.values().filter(({ id, deleted }) => !deleted || held.has(id))
  return new Set(usable.map(({ id }) => id))
}
