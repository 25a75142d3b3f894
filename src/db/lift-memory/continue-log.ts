import { PackedSets } from '../packed/packed-sets.ts'
import { byTime, insertPackedRow, type PackedWorkoutRow } from '../packed/packed-workouts.ts'
import { foldInSteps } from './fold-in-steps.ts'
import type { RememberedLog } from './fold-tail.ts'

/** A workout that was just saved. */
export interface SavedPackedWorkout {
  readonly row: PackedWorkoutRow
  /** The user's `seq` of the change. */
  readonly seq: number
  /** Whether it wasn't among the workouts before. */
  readonly isAdded: boolean
}

/**
 * The maximum number of workouts from an added or changed one to the end, for the memory to be continued in one turn,
 * which takes a few milliseconds at most.
 */
const maxContinued = 32

/**
 * The memory after changes that directly followed it, in their order, without reading anything. `seq` is the number of
 * the last change. Undefined if the memory's checkpoint or context may no longer hold, or if too many workouts follow.
 * Synchronous, so that each of several changes in one commit continues the memory after the one before.
 */
export function continueLog(
  earlier: RememberedLog,
  changes: Iterable<SavedPackedWorkout>,
  seq: number,
): RememberedLog | undefined {
  const { base, snapshots, exerciseIds, context } = earlier
  const [first] = snapshots
  if (!first) return undefined
  // Copied once for all changes, because the log of someone who has just imported it has thousands of workouts.
  const tail = [...earlier.tail]
  for (const { row, isAdded } of changes) {
    const oldest = tail.at(-maxContinued)
    if (oldest && byTime(row, oldest) < 0) return undefined
    // An added workout may be in the tail, too: it was read after the seq.
    const index = tail.findLastIndex(
      isAdded ? (other) => byTime(other, row) <= 0 : ({ workoutId }) => workoutId === row.workoutId,
    )
    if (index < tail.length - maxContinued) return undefined
    const isInTail = tail[index]?.workoutId === row.workoutId
    if (!isAdded && !isInTail) return undefined
    // The checkpoint no longer exists: a change at or before it deletes it.
    if (base && byTime(base, row) >= 0) return undefined
    const sets = new PackedSets([row], (whole) => whole)
    while (sets.next()) if (!exerciseIds.has(sets.exerciseId)) return undefined
    if (isInTail) tail.splice(index, 1)
    insertPackedRow(tail, row)
  }
  const log = { seq, base, fold: first.fold, tail, exerciseIds, context }
  const steps = foldInSteps(log, earlier, Number.MAX_SAFE_INTEGER)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
