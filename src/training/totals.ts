import { isWorkingSet, repsDone, SetCount } from './counting.ts'
import { setVolume } from './load.ts'
import { type ExerciseIndex, factsOf, type SetWork } from './types.ts'

/** The inputs of the totals of a workout. */
export interface WorkoutWork {
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Absent while the workout is in progress. */
  readonly endedAt?: number | undefined
  readonly sets: Iterable<SetWork & { readonly exerciseId: string }>
}

/** The sums of a workout, without warm-ups. */
export interface WorkoutTotals {
  /** Load × reps, in grams rounded to 1/1024, for the sets whose load is known. */
  readonly volumeGrams: number
  readonly sets: number
  readonly reps: number
  /** Counted sets whose load is unknown: bodyweight lifts without a bodyweight, lifts without a weight. */
  readonly unknownLoadSets: number
  /** From start to end in whole seconds; absent while the workout is in progress. */
  readonly durationSeconds?: number
}

/** From start to end in whole seconds, never below 0; undefined while the workout is in progress. */
export const durationSeconds = ({
  startedAt,
  endedAt,
}: Pick<WorkoutWork, 'startedAt' | 'endedAt'>): number | undefined =>
  endedAt === undefined ? undefined : Math.max(0, Math.floor((endedAt - startedAt) / 1000))

/**
 * The totals of a workout: sets once for both sides, reps and volume of each side. `bodyweightGrams` is the
 * bodyweight of that day, if it is known.
 * @throws {RangeError} for a set whose exercise isn't in the index.
 */
export function workoutTotals(
  workout: WorkoutWork,
  exercises: ExerciseIndex,
  bodyweightGrams: number | undefined,
): WorkoutTotals {
  const sums = { volumeGrams: 0, reps: 0 }
  const sets = new SetCount()
  const unknownLoad = new SetCount()
  for (const set of workout.sets) {
    if (!isWorkingSet(set)) continue
    const facts = factsOf(exercises, set.exerciseId)
    const volume = setVolume(set, facts, bodyweightGrams)
    // Within one workout, the sets of an exercise are counted once for both sides.
    sets.add(set.exerciseId, set)
    sums.reps += repsDone(set, facts)
    sums.volumeGrams += volume ?? 0
    if (volume === undefined) unknownLoad.add(set.exerciseId, set)
  }
  const totals = { ...sums, sets: sets.total, unknownLoadSets: unknownLoad.total }
  const seconds = durationSeconds(workout)
  return seconds === undefined ? totals : { ...totals, durationSeconds: seconds }
}
