import { MemoryFold } from '#training/lift-state/index.ts'
import { PackedSets } from '../packed/packed-sets.ts'
import type { PackedWorkoutRow } from '../packed/packed-workouts.ts'
import { type CheckpointHead, workoutsPerOldCheckpoint } from './checkpoints.ts'
import type { MemoryContext } from './memory-context.ts'

/** The fold of the first `count` workouts of the tail. */
interface Snapshot {
  readonly count: number
  readonly fold: MemoryFold
}

/** The memory of a user's lifts, with the state needed to continue it. */
export interface RememberedLog {
  /** The user's `seq` before the read. */
  readonly seq: number
  readonly fold: MemoryFold
  /** The checkpoint from which folding resumed; undefined if it started at the first workout. */
  readonly base: CheckpointHead | undefined
  /** The workouts since the checkpoint, oldest first. */
  readonly tail: readonly PackedWorkoutRow[]
  /** Ascending; the first is that of the base. */
  readonly snapshots: readonly Snapshot[]
  readonly exerciseIds: ReadonlySet<string>
  readonly context: MemoryContext
  /** The digest of the context for the whole tail. */
  readonly digest: string
}

/** A log whose tail isn't folded yet. */
export type LogToFold = Omit<RememberedLog, 'snapshots' | 'digest'>

/** The number of workouts between snapshots of the tail. */
export const snapshotInterval = 16
/**
 * Snapshots are kept within this many workouts from the end, where almost all changes are; further back, one for every
 * `workoutsPerOldCheckpoint` workouts.
 */
const maxSnapshotDistance = 160

/** Folds the tail from the last valid snapshot of the `previous` log, a few workouts at a time. */
export function* foldInSteps(
  log: LogToFold,
  previous: RememberedLog | undefined,
  until: number,
): Generator<undefined, RememberedLog> {
  const { fold, context } = log
  const tail =
    until === Number.MAX_SAFE_INTEGER ? log.tail : log.tail.filter(({ startedAt }) => startedAt <= until)
  const digest = context.digestOf(log.exerciseIds, Number.MAX_SAFE_INTEGER)
  const unchanged = previous?.digest === digest ? countSameWorkouts(previous.tail, tail) : 0
  const snapshots = previous?.snapshots.filter(({ count }) => count === 0 || count <= unchanged) ?? [
    { count: 0, fold },
  ]
  let last = snapshots.at(-1) ?? { count: 0, fold }
  while (last.count < tail.length) {
    const next = nextSnapshot(last.count, tail.length)
    last = { count: next, fold: continueFold(last, tail, next, context) }
    if (tail.length - next <= maxSnapshotDistance || next % workoutsPerOldCheckpoint === 0)
      snapshots.push(last)
    yield
  }
  return { ...log, tail, fold: last.fold, snapshots: retainedSnapshots(snapshots), digest }
}

/**
 * The next workout at which to take a snapshot: at regular intervals, and before the last one, which
 * changes most often.
 */
function nextSnapshot(count: number, end: number): number {
  const next = count - (count % snapshotInterval) + snapshotInterval
  return next < end ? next : count < end - 1 ? end - 1 : end
}

/** Snapshots at regular intervals, and the last two. */
function retainedSnapshots(snapshots: readonly Snapshot[]): Snapshot[] {
  return snapshots.filter(
    ({ count }, index) => count % snapshotInterval === 0 || index >= snapshots.length - 2,
  )
}

/** How many workouts are the same in both lists, counted from the first one to the first that differs. */
export function countSameWorkouts(
  earlier: readonly PackedWorkoutRow[],
  current: readonly PackedWorkoutRow[],
): number {
  const firstDifference = current.findIndex((row, index) => !isSameWorkout(row, earlier[index]))
  return firstDifference < 0 ? current.length : firstDifference
}

function isSameWorkout(a: PackedWorkoutRow, b: PackedWorkoutRow | undefined): boolean {
  if (a === b) return true
  return (
    b !== undefined &&
    a.workoutId === b.workoutId &&
    a.startedAt === b.startedAt &&
    a.timeZone === b.timeZone &&
    a.bodyweightGrams === b.bodyweightGrams &&
    a.phase === b.phase &&
    Buffer.compare(a.packedSets, b.packedSets) === 0
  )
}

/** The fold of a snapshot and the workouts after it, up to the first `count` of the tail. */
export function continueFold(
  { count: from, fold }: Snapshot,
  tail: readonly PackedWorkoutRow[],
  count: number,
  { options }: MemoryContext,
): MemoryFold {
  const copy = new MemoryFold(fold.content)
  copy.add(new PackedSets(tail, (whole) => whole, { from, before: count }), options)
  return copy
}
