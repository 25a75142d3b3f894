import { createYielder } from '#lib/yield.ts'
import { MemoryFold, memoryData, restoreMemory } from '#training/lift-state/index.ts'
import { PackedSets } from '../packed/packed-sets.ts'
import {
  byTime,
  listChangedPackedWorkouts,
  listPackedWorkoutsAfter,
  type PackedWorkoutRow,
  withAddedRow,
  withChangedRows,
} from '../packed/packed-workouts.ts'
import type { Reader, Tx } from '../schema/index.ts'
import {
  type CheckpointHead,
  findCheckpointContent,
  findLatestCheckpoint,
  listCheckpoints,
  maxCheckpointGap,
  saveCheckpoint,
} from './checkpoints.ts'
import { packMemory, unpackMemory } from './memory-bytes.ts'
import { type MemoryContext, type MemoryOwner, memoryContext } from './memory-context.ts'

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

/** The number of workouts between snapshots of the tail. */
const snapshotInterval = 16
/** Snapshots are taken within this many workouts from the end, where almost all changes are. */
const maxSnapshotDistance = 160

/**
 * The memory of a user's lifts, folded from the last valid checkpoint, or continued from `earlier`.
 *
 * @param until workouts that started later are ignored
 */
export async function rememberedLog(
  db: Reader,
  user: MemoryOwner,
  earlier?: RememberedLog,
  until = Number.MAX_SAFE_INTEGER,
): Promise<RememberedLog> {
  // Must be read before the data, which is then from this state or from a later one with a different seq.
  const { seq, horizon, head } = await findLatestCheckpoint(db, user.id, until)
  const isSameBase = head ? isSameCheckpoint(earlier?.base, head) : earlier?.base === undefined
  const previous = isSameBase ? earlier : undefined
  // Changes since an earlier seq don't include expired tombstones.
  const updatable = previous && previous.seq >= horizon ? previous : undefined
  const fold = previous?.snapshots[0]?.fold ?? (await foldOf(db, user.id, head))
  const tail = await tailAfter(db, user.id, head, updatable)
  const exerciseIds = await withExercisesOf(
    db,
    previous?.exerciseIds ?? fold.content.exerciseIds,
    tail,
    previous,
  )
  const context = await memoryContext(db, user, exerciseIds, updatable)
  const log = { seq, base: head, fold, tail, exerciseIds, context }
  const isValid = !head || context.digestOf(fold.content.exerciseIds, head.startedAt) === head.context
  return isValid ? foldTail(db, log, previous, until) : foldFromFirst(db, user, log, until)
}

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
 * The memory after a change that directly followed it, without reading anything. Undefined if the memory's
 * checkpoint or context may no longer hold, or if too many workouts follow. Synchronous, so that each of several
 * changes in one commit continues the memory after the one before.
 */
export function continueLog(
  earlier: RememberedLog,
  { row, seq, isAdded }: SavedPackedWorkout,
): RememberedLog | undefined {
  const { base, tail: earlierTail, snapshots, exerciseIds, context } = earlier
  const [first] = snapshots
  if (!first || earlier.seq !== seq - 1) return undefined
  const oldest = earlierTail.at(-maxContinued)
  if (oldest && byTime(row, oldest) < 0) return undefined
  // An added workout may be in the tail, too: it was read after the seq.
  const place = earlierTail.findLastIndex(
    isAdded ? (other) => byTime(other, row) <= 0 : ({ workoutId }) => workoutId === row.workoutId,
  )
  if (place < earlierTail.length - maxContinued) return undefined
  const isInTail = earlierTail[place]?.workoutId === row.workoutId
  if (!isAdded && !isInTail) return undefined
  // A change at or before the checkpoint has deleted it.
  if (base && byTime(base, row) >= 0) return undefined
  const sets = new PackedSets([row], (whole) => whole)
  while (sets.next()) if (!exerciseIds.has(sets.exerciseId)) return undefined
  const tail = isInTail
    ? withChangedRows(earlierTail, new Map([[row.workoutId, row]]))
    : withAddedRow(earlierTail, row)
  const log = { seq, base, fold: first.fold, tail, exerciseIds, context }
  const steps = foldInSteps(log, earlier, Number.MAX_SAFE_INTEGER)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The memory folded from the first workout, without checkpoints, which a change of their inputs has invalidated. */
async function foldFromFirst(
  db: Reader,
  user: MemoryOwner,
  { seq }: Pick<RememberedLog, 'seq'>,
  until: number,
): Promise<RememberedLog> {
  const tail = await listPackedWorkoutsAfter(db, user.id, undefined)
  const exerciseIds = await withExercisesOf(db, new Set(), tail, undefined)
  const context = await memoryContext(db, user, exerciseIds)
  const log = { seq, base: undefined, fold: new MemoryFold(), tail, exerciseIds, context }
  return foldTail(db, log, undefined, until)
}

/**
 * The workouts after a checkpoint. Given a `previous` log with the same checkpoint, reads only later
 * changes, since a change at or before the checkpoint would have deleted it.
 */
async function tailAfter(
  db: Reader,
  userId: string,
  head: CheckpointHead | undefined,
  previous: RememberedLog | undefined,
): Promise<readonly PackedWorkoutRow[]> {
  if (!previous) return listPackedWorkoutsAfter(db, userId, head)
  return withChangedRows(previous.tail, await listChangedPackedWorkouts(db, userId, previous.seq))
}

async function foldOf(db: Reader, userId: string, head: CheckpointHead | undefined): Promise<MemoryFold> {
  const content = head && (await findCheckpointContent(db, userId, head))
  return content ? restoreMemory(unpackMemory(content)) : new MemoryFold()
}

type UnfoldedLog = Omit<RememberedLog, 'snapshots' | 'digest'>

/** Folds the tail in steps, and lets other requests run in between. */
async function foldTail(
  db: Reader,
  log: UnfoldedLog,
  previous: RememberedLog | undefined,
  until: number,
): Promise<RememberedLog> {
  const pause = pauseOutside(db)
  const steps = foldInSteps(log, previous, until)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await pause()
  }
}

/** Folds the tail from the last valid snapshot of the `previous` log, a few workouts at a time. */
function* foldInSteps(
  log: UnfoldedLog,
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
    if (tail.length - next <= maxSnapshotDistance || next % maxCheckpointGap === 0) snapshots.push(last)
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

function isSameCheckpoint(a: CheckpointHead | undefined, b: CheckpointHead): boolean {
  return a !== undefined && a.startedAt === b.startedAt && a.workoutId === b.workoutId && a.seq === b.seq
}

/** How many workouts are the same in both lists, counted from the first one to the first that differs. */
function countSameWorkouts(
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
    Buffer.compare(a.sets, b.sets) === 0
  )
}

/**
 * `ids` and the exercises of the workouts that `previous` doesn't have yet. Like `foldTail`, lets other requests run in
 * between.
 */
async function withExercisesOf(
  db: Reader,
  ids: ReadonlySet<string>,
  tail: readonly PackedWorkoutRow[],
  previous: RememberedLog | undefined,
): Promise<ReadonlySet<string>> {
  const pause = pauseOutside(db)
  const added = new Set<string>()
  for (
    let from = previous ? countSameWorkouts(previous.tail, tail) : 0;
    from < tail.length;
    from += snapshotInterval
  ) {
    const before = Math.min(tail.length, from + snapshotInterval)
    const sets = new PackedSets(tail, (whole) => whole, { from, before })
    while (sets.next()) if (!ids.has(sets.exerciseId)) added.add(sets.exerciseId)
    await pause()
  }
  return added.size === 0 ? ids : ids.union(added)
}

/** A pause when one is due, but not inside a transaction, since others may wait for its end. */
function pauseOutside(db: Reader): () => Promise<void> | undefined {
  return db.isTransaction ? () => undefined : createYielder()
}

/** The spacing of checkpoints, in numbers of workouts. */
interface CheckpointSpacing {
  /** How many of the most recent workouts to leave out, since they change most often. */
  readonly skip: number
  /** The minimum number of workouts between checkpoints. */
  readonly minGap: number
}

const defaultSpacing: CheckpointSpacing = { skip: 4, minGap: 12 }

/**
 * Stores a checkpoint near the end of a user's log, unless there is one. Called in some of the
 * transactions that write workouts, so that reads never have to fold more than a few workouts.
 */
export async function advanceCheckpoint(
  tx: Tx,
  user: MemoryOwner,
  earlier?: RememberedLog,
  { skip, minGap } = defaultSpacing,
): Promise<void> {
  const { seq, base, tail, snapshots, context } = await rememberedLog(tx, user, earlier)
  if (!needsCheckpoint({ tail }, { skip, minGap })) return
  const count = tail.length - skip
  const last = tail[count - 1]
  const snapshot = snapshots.findLast((candidate) => candidate.count <= count)
  if (!last || !snapshot) return
  const checkpointAt = (workouts: number, fold: MemoryFold, { startedAt, workoutId }: PackedWorkoutRow) => ({
    userId: user.id,
    startedAt,
    workoutId,
    workouts: (base?.workouts ?? 0) + workouts,
    seq,
    context: context.digestOf(fold.content.exerciseIds, startedAt),
    content: packMemory(memoryData(fold)),
  })
  // After a migration, a change far back or many quick saves, many workouts have no checkpoint.
  for (const { count: farCount, fold } of snapshots) {
    const end = tail[farCount - 1]
    if (end && farCount % maxCheckpointGap === 0 && count - farCount >= maxCheckpointGap / 2)
      await saveCheckpoint(tx, checkpointAt(farCount, fold, end), [])
  }
  const checkpoint = checkpointAt(count, continueFold(snapshot, tail, count, context), last)
  await saveCheckpoint(tx, checkpoint, base ? await listCheckpoints(tx, user.id, base.startedAt) : [])
}

/** Whether enough workouts follow the last checkpoint to store another one. */
export function needsCheckpoint(
  { tail }: Pick<RememberedLog, 'tail'>,
  { skip, minGap } = defaultSpacing,
): boolean {
  return tail.length >= skip + minGap
}

/** The fold of a snapshot and the workouts after it, up to the first `count` of the tail. */
function continueFold(
  { count: from, fold }: Snapshot,
  tail: readonly PackedWorkoutRow[],
  count: number,
  { options }: MemoryContext,
): MemoryFold {
  const copy = new MemoryFold(fold.content)
  copy.add(new PackedSets(tail, (whole) => whole, { from, before: count }), options)
  return copy
}
