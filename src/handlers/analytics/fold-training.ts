import { PackedSets, type Places } from '../../db/packed/packed-sets.ts'
import type { PackedWorkoutRow } from '../../db/packed/packed-workouts.ts'
import type { RecordOptions, SetHistory } from '../../training/records/history.ts'
import { HistoryFold } from '../../training/records/history-fold.ts'

/** What all workouts up to a place tell: from there it is gone on with when only later ones have changed. */
export interface HistoryBase {
  readonly place: number
  readonly fold: HistoryFold
}

/** Workouts, and how they are gone through. */
export interface Foldable {
  /** Oldest first. */
  readonly workouts: readonly PackedWorkoutRow[]
  /** The grams to reckon with, of whole ones. */
  readonly grams: (whole: number) => number
  readonly options: RecordOptions
}

/** What almost every change lies in, half a year of workouts or more: they are gone through again after each. */
const tailWorkouts = 100

/** A base that stands near the end of the workouts. `from` is one that still holds. */
export function baseNearEnd(
  training: Foldable,
  from: HistoryBase = { place: 0, fold: new HistoryFold() },
): HistoryBase {
  const place = training.workouts.length - tailWorkouts
  // It moves by as much at a time, so that it seldom does.
  if (place - from.place < tailWorkouts) return from
  return { place, fold: foldOn(training, from, place) }
}

/** What the workouts up to the place `before` tell, those behind the base gone through. */
export function foldOn(training: Foldable, { place, fold }: HistoryBase, before: number): HistoryFold {
  const further = new HistoryFold(fold)
  further.take(setsOf(training, { from: place, before }), training.options)
  return further
}

/** What the workouts before an instant tell. */
export function historyBefore(training: Foldable, base: HistoryBase, instant: number): SetHistory {
  const place = training.workouts.findIndex(({ startedAt }) => startedAt >= instant)
  const end = place < 0 ? training.workouts.length : place
  return foldOn(training, base.place <= end ? base : { place: 0, fold: new HistoryFold() }, end)
}

/** The sets of the workouts. */
export function setsOf({ workouts, grams }: Foldable, places?: Places): PackedSets {
  return new PackedSets(workouts, grams, places)
}
