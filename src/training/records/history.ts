import { isWorkingSet } from '../counting.ts'
import { bodyweightShareOf, setVolume } from '../load.ts'
import { factsOf } from '../types.ts'
import { HistoryFold } from './history-fold.ts'
import type { CursorSet, SetCursor } from './set-cursor.ts'
import type { RecordOptions, SetHistory } from './set-history.ts'

/**
 * Computes records and sums in one pass over the sets. Loads are those used for strength: a per-hand weight is
 * that of one hand, and a bodyweight lift includes bodyweight, minus any assistance. Volumes count both hands
 * and both sides. A set whose load is unknown yields only records of reps, time and distance.
 * @throws {RangeError} for a set whose exercise isn't in the options.
 */
export function setHistory(sets: SetCursor, options: RecordOptions): SetHistory {
  const fold = new HistoryFold()
  fold.add(sets, options)
  return fold
}

/** Whether a set added volume to an exercise. A record of the workout's volume lists such sets. */
export const addsVolumeTo =
  (exerciseId: string, { exercises, bodyweightAt }: RecordOptions) =>
  (set: CursorSet): boolean => {
    if (set.exerciseId !== exerciseId || !isWorkingSet(set)) return false
    const facts = factsOf(exercises, exerciseId)
    return (setVolume(set, facts, bodyweightShareOf(facts) > 0 ? bodyweightAt(set) : undefined) ?? 0) > 0
  }
