import { PackedSets, type WorkoutRange } from '#db/packed/packed-sets.ts'
import type { PackedWorkoutRow } from '#db/packed/packed-workouts.ts'
import { HistoryFold } from '#training/records/history-fold.ts'
import type { RecordOptions, SetHistory } from '#training/records/set-history.ts'

/** The history of all workouts before an index. If only later ones change, it can be continued from there. */
export interface HistoryBase {
  readonly index: number
  readonly fold: HistoryFold
}

/** Workouts, with the context for folding them. */
export interface FoldInput {
  /** Oldest first. */
  readonly workouts: readonly PackedWorkoutRow[]
  /** Converts stored whole grams to the grams used in calculations. */
  readonly grams: (whole: number) => number
  readonly options: RecordOptions
}

/**
 * How many of the most recent workouts to fold again after each change. They cover half a year or more, and so almost
 * every change.
 */
const tailWorkouts = 100

/** A base near the end of the workouts, continued from an earlier one, which must still be valid. */
export function baseNearEnd(
  training: FoldInput,
  earlier: HistoryBase = { index: 0, fold: new HistoryFold() },
): HistoryBase {
  const index = training.workouts.length - tailWorkouts
  // The base moves in large steps, so that it moves rarely.
  if (index - earlier.index < tailWorkouts) return earlier
  return { index, fold: continueHistory(training, earlier, index) }
}

/** The history of the workouts before the index `before`, continued from the base. */
export function continueHistory(
  training: FoldInput,
  { index, fold }: HistoryBase,
  before: number,
): HistoryFold {
  const continued = new HistoryFold(fold)
  continued.add(setsOf(training, { from: index, before }), training.options)
  return continued
}

/** All workouts and their history. */
interface WholeHistory extends FoldInput {
  readonly history: SetHistory
  readonly base: HistoryBase
}

/** The history of the workouts up to an instant, because figures exclude the future. */
export function historyUpTo(all: WholeHistory, instant: number): SetHistory {
  // Workouts in the future are rare.
  if ((all.workouts.at(-1)?.startedAt ?? 0) <= instant) return all.history
  const end = all.workouts.findIndex(({ startedAt }) => startedAt > instant)
  return continueHistory(all, all.base.index <= end ? all.base : { index: 0, fold: new HistoryFold() }, end)
}

/** The sets of the workouts, or of those in a range of indexes. */
export function setsOf({ workouts, grams }: FoldInput, range?: WorkoutRange): PackedSets {
  return new PackedSets(workouts, grams, range)
}
