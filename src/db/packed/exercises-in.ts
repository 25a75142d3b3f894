import { PackedSets } from './packed-sets.ts'
import type { PackedWorkoutRow } from './packed-workouts.ts'

/** The exercises of the packed sets of some workouts. */
export function exercisesIn(rows: readonly PackedWorkoutRow[]): Set<string> {
  const ids = new Set<string>()
  const sets = new PackedSets(rows, (whole) => whole)
  while (sets.next()) ids.add(sets.exerciseId)
  return ids
}
