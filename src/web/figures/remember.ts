import type { LocalWorkout } from '#client/index.ts'
import { MemoryFold } from '#training/lift-state/memory-fold.ts'
import type { MemoryOptions } from '#training/lift-state/workout-sets.ts'
import { performedSets, type SetSelection } from '#training/log/from-workouts.ts'
import { ListedSets } from '#training/records/set-cursor.ts'

/** The workouts including the sets that the server doubts, for callers that judge the sets themselves. */
export const withDoubted = (workouts: readonly LocalWorkout[]): LocalWorkout[] =>
  workouts.map((workout) => (workout.doubts ? { ...workout, doubts: [] } : workout))

/** Folds the memory of all lifts, as the server does: from every set, with the phases of the workouts. */
export function remember(
  workouts: readonly LocalWorkout[],
  options: SetSelection,
  context: MemoryOptions,
): MemoryFold {
  const phases = new Map(workouts.flatMap(({ id, phase }) => (phase ? [[id, phase]] : [])))
  const sets = performedSets(withDoubted(workouts), options)
    .filter(({ exerciseId }) => context.exercises.has(exerciseId))
    .map((set) => {
      const phase = phases.get(set.workoutId)
      return phase ? { ...set, phase } : set
    })
  const fold = new MemoryFold()
  fold.add(new ListedSets(sets), context)
  return fold
}
