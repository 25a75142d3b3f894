import type { FormulaId } from '../e1rm.ts'
import type { TrainingContext } from '../exercise-work.ts'
import type { Bests } from './bests.ts'
import type { RecordHistory } from './record-history.ts'

/** The context of the sets, and the e1RM formula. */
export interface RecordOptions extends TrainingContext {
  readonly formula?: FormulaId | undefined
}

/** Sums of all sets that count. */
export interface HistoryTotals {
  readonly sets: number
  readonly reps: number
  readonly volumeGrams: number
  readonly unknownLoadSets: number
}

/** The records and sums of a list of sets. */
export interface SetHistory {
  /** By exercise, in the order in which each was first done. */
  readonly bests: ReadonlyMap<string, Bests>
  /** Each time that a best was beaten, oldest first. */
  readonly beaten: RecordHistory
  readonly totals: HistoryTotals
  /** Ids of the workouts with a set that counts, oldest first. */
  readonly workoutIds: readonly string[]
}
