import { PackedSets, type Places } from '#db/packed/packed-sets.ts'
import type { PackedWorkoutRow } from '#db/packed/packed-workouts.ts'
import { HistoryFold } from '#training/records/history-fold.ts'
import type { RecordOptions, SetHistory } from '#training/records/set-history.ts'

/** The history of all workouts before an index. If only later ones change, it can be continued from there. */
export interface HistoryBase {
  readonly place: number
  readonly fold: HistoryFold
}

/** Workouts, with the context for folding them. */
export interface Foldable {
  /** Oldest first. */
  readonly workouts: readonly PackedWorkoutRow[]
  /** Converts stored whole grams to the grams used in calculations. */
  readonly grams: (whole: number) => number
  readonly options: RecordOptions
}

/**
 * The number of last workouts, for half a year or more, that contain almost every change. They are folded
 * again after each change.
 */
const tailWorkouts = 100

/** A base near the end of the workouts. `from` must still be valid. */
export function baseNearEnd(
  training: Foldable,
  from: HistoryBase = { place: 0, fold: new HistoryFold() },
): HistoryBase {
  const place = training.workouts.length - tailWorkouts
  // Moves this far at a time, so that it moves rarely.
  if (place - from.place < tailWorkouts) return from
  return { place, fold: foldOn(training, from, place) }
}

/** The history of the workouts before the index `before`, continued from the base. */
export function foldOn(training: Foldable, { place, fold }: HistoryBase, before: number): HistoryFold {
  const further = new HistoryFold(fold)
  further.take(setsOf(training, { from: place, before }), training.options)
  return further
}

/** All workouts and their history. */
interface WholeHistory extends Foldable {
  readonly history: SetHistory
  readonly base: HistoryBase
}

/** The history of the workouts up to an instant, because figures exclude the future. */
export function historyUpTo(all: WholeHistory, instant: number): SetHistory {
  // Workouts with dates in the future are rare.
  if ((all.workouts.at(-1)?.startedAt ?? 0) <= instant) return all.history
  const end = all.workouts.findIndex(({ startedAt }) => startedAt > instant)
  return foldOn(all, all.base.place <= end ? all.base : { place: 0, fold: new HistoryFold() }, end)
}

/** The sets of the workouts. */
export function setsOf({ workouts, grams }: Foldable, places?: Places): PackedSets {
  return new PackedSets(workouts, grams, places)
}
