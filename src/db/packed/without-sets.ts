import { packExercises } from './pack.ts'
import type { PackedWorkoutRow } from './packed-workouts.ts'
import { type UnpackedSet, unpackSets } from './unpack.ts'

/** A packed workout without the sets that have these ids. */
export function withoutSets(row: PackedWorkoutRow, setIds: ReadonlySet<string>): PackedWorkoutRow {
  const exercises: { exerciseId: string; sets: UnpackedSet[] }[] = []
  for (const set of unpackSets([row])) {
    if (setIds.has(set.id)) continue
    const last = exercises.at(-1)
    if (last?.exerciseId === set.exerciseId) last.sets.push(set)
    else exercises.push({ exerciseId: set.exerciseId, sets: [set] })
  }
  return { ...row, packedSets: packExercises(row.workoutId, exercises) }
}
