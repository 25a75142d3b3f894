import { type DoubtedSet, doubtsIn, hasOnlyKnownLoads, type MemoryFold } from '#training/lift-state/index.ts'
import { PackedSets } from '../packed/packed-sets.ts'
import { byTime, type LogPosition, type PackedWorkoutRow } from '../packed/packed-workouts.ts'
import { continueLog, type SavedPackedWorkout } from './continue-log.ts'
import type { RememberedLog } from './fold-tail.ts'

/** A memory of lifts, and workouts that were saved since but aren't folded in yet. */
export interface UnfoldedLog {
  readonly log: RememberedLog
  readonly unfolded?: UnfoldedWorkouts
}

/**
 * Workouts saved since a memory was folded, all later than the others. Folding them is left to whatever needs the
 * memory, because most saves are followed by the next one.
 */
interface UnfoldedWorkouts {
  /** The user's `seq` of the last of these changes, which directly followed the memory. */
  readonly seq: number
  /** The memory of all other workouts, and the position of the last of them. */
  readonly fold: MemoryFold
  readonly last: LogPosition | undefined
  /** The latest state of each, by id. */
  readonly changes: ReadonlyMap<string, SavedPackedWorkout>
  /** Whether `fold` can judge later workouts, too, because these only have known loads. */
  readonly areKnown: boolean
}

/** The maximum number of workouts to leave unfolded, so that folding them takes a millisecond at most. */
const maxUnfolded = 16

/** A memory with a workout that was just saved, and the doubted sets of that workout. */
export interface SavedLog extends UnfoldedLog {
  readonly doubts: readonly DoubtedSet[]
}

/**
 * Adds a workout that was just saved, without reading anything. Undefined if the memory has to be folded from what is
 * stored.
 */
export function withSaved(earlier: UnfoldedLog, saved: SavedPackedWorkout): SavedLog | undefined {
  const { row, seq } = saved
  if ((earlier.unfolded ?? earlier.log).seq !== seq - 1) return undefined
  const later = leftUnfolded(earlier, saved)
  if (later) return later
  const isNew = saved.isAdded && !earlier.unfolded?.changes.has(row.workoutId)
  const folded = earlier.unfolded && isNew ? foldUnfolded(earlier) : undefined
  const afterFold = folded && leftUnfolded({ log: folded }, saved)
  if (afterFold) return afterFold
  const changes = [...(earlier.unfolded?.changes.values() ?? []), saved]
  const log = continueLog(earlier.log, changes, seq)
  return log && { log, doubts: log.fold.doubts().filter(({ workoutId }) => workoutId === row.workoutId) }
}

/** The memory with all workouts folded in. Undefined if it has to be folded from what is stored. */
export function foldUnfolded({ log, unfolded }: UnfoldedLog): RememberedLog | undefined {
  return unfolded ? continueLog(log, unfolded.changes.values(), unfolded.seq) : log
}

/** Leaves a workout unfolded, if the memory of those before it can judge it. */
function leftUnfolded({ log, unfolded }: UnfoldedLog, saved: SavedPackedWorkout): SavedLog | undefined {
  const { row, seq, isAdded } = saved
  const before = unfolded ?? stateBefore(log, saved)
  if (!before) return undefined
  const { fold, last, changes } = before
  const previous = changes.get(row.workoutId)
  if (unfolded && !isAdded && !previous) return undefined
  if (last && byTime(last, row) >= 0) return undefined
  const { exerciseIds, context } = log
  const sets = setsOf(row)
  while (sets.next()) if (!exerciseIds.has(sets.exerciseId)) return undefined
  const isAlone = changes.size === (previous ? 1 : 0)
  const isKnown =
    (isAlone || before.areKnown) && hasOnlyKnownLoads(fold.content, setsOf(row), context.options)
  if (!isAlone && (!isKnown || (!previous && changes.size === maxUnfolded))) return undefined
  const change = { ...saved, isAdded: previous?.isAdded ?? isAdded }
  const unfoldedNow = {
    seq,
    fold,
    last,
    changes: new Map(changes).set(row.workoutId, change),
    areKnown: isKnown,
  }
  return {
    log,
    unfolded: unfoldedNow,
    doubts: isKnown ? [] : doubtsIn(fold.content, setsOf(row), context.options),
  }
}

/** The state before the first unfolded workout, which was added, or was the last one and has changed. */
function stateBefore(log: RememberedLog, { row, isAdded }: SavedPackedWorkout): UnfoldedWorkouts | undefined {
  const { seq, base, tail, snapshots } = log
  if (!isAdded && tail.at(-1)?.workoutId !== row.workoutId) return undefined
  const count = isAdded ? tail.length : tail.length - 1
  const fold = isAdded ? log.fold : snapshots.findLast((snapshot) => snapshot.count === count)?.fold
  return fold && { seq, fold, last: tail[count - 1] ?? base, changes: new Map(), areKnown: true }
}

function setsOf(row: PackedWorkoutRow): PackedSets {
  return new PackedSets([row], (whole) => whole)
}
