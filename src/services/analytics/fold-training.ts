import type { LogChanges } from '#db/packed/compare-logs.ts'
import { exercisesIn } from '#db/packed/exercises-in.ts'
import { movedPosition, PackedSets, type WorkoutRange } from '#db/packed/packed-sets.ts'
import type { PackedWorkoutRow } from '#db/packed/packed-workouts.ts'
import { HistoryFold } from '#training/records/history-fold.ts'
import { continueChanged } from '#training/records/partial-history.ts'
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

/** The bases of a history. */
export interface HistoryBases {
  /** Near the end, where almost all changes are. */
  readonly base: HistoryBase
  /** Before the last change far back, because people who add old workouts add many of them. */
  readonly farBase?: HistoryBase | undefined
}

const emptyBase = (): HistoryBase => ({ index: 0, fold: new HistoryFold() })

/**
 * The bases after a change, continued from earlier ones. The first `unchanged` workouts are the same as before.
 *
 * @param changes if nothing but workouts has changed
 */
export function basesAfter(
  training: FoldInput,
  earlier: HistoryBases | undefined,
  unchanged: number,
  changes?: LogChanges,
): HistoryBases {
  const isValid = (base: HistoryBase | undefined) => base !== undefined && base.index <= unchanged
  const farBase = isValid(earlier?.farBase) ? earlier?.farBase : undefined
  if (!earlier || isValid(earlier.base)) return { base: baseNearEnd(training, earlier?.base), farBase }
  const beforeChange = continueBase(training, farBase, unchanged - tailWorkouts)
  const base = changes ? changedBase(training, beforeChange, earlier.base, changes) : beforeChange
  return { base: baseNearEnd(training, base), farBase: beforeChange }
}

/** The base near the end after workouts before it have changed, continued from the base before these. */
function changedBase(
  training: FoldInput,
  { index: from, fold: start }: HistoryBase,
  earlier: HistoryBase,
  { changedRows, indexOf, endOf }: LogChanges,
): HistoryBase {
  const index = endOf(earlier.index)
  const move = (position: number) => movedPosition(position, indexOf)
  const changed = { start, earlier: earlier.fold, affected: exercisesIn(changedRows), move }
  return {
    index,
    fold: continueChanged(changed, setsOf(training, { from, before: index }), training.options),
  }
}

function baseNearEnd(training: FoldInput, earlier: HistoryBase | undefined): HistoryBase {
  return continueBase(training, earlier, training.workouts.length - tailWorkouts)
}

/** A base at an index, or the earlier one: bases move in large steps, so that they move rarely. */
function continueBase(training: FoldInput, earlier = emptyBase(), index: number): HistoryBase {
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

/** The history of the workouts up to an instant. Figures exclude the future. */
export function historyUpTo(all: WholeHistory, instant: number): SetHistory {
  // Only a log with workouts after the instant is folded again, each time; that is rare.
  if ((all.workouts.at(-1)?.startedAt ?? 0) <= instant) return all.history
  const end = all.workouts.findIndex(({ startedAt }) => startedAt > instant)
  return continueHistory(all, all.base.index <= end ? all.base : emptyBase(), end)
}

/** The sets of the workouts, or of those in a range of indexes. */
export function setsOf({ workouts, grams }: FoldInput, range?: WorkoutRange): PackedSets {
  return new PackedSets(workouts, grams, range)
}
