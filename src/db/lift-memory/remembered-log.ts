import { createYielder } from '#lib/yield.ts'
import { MemoryFold } from '#training/lift-state/index.ts'
import { PackedSets } from '../packed/packed-sets.ts'
import {
  listChangedPackedWorkouts,
  listPackedWorkoutsAfter,
  type PackedWorkoutRow,
  withChanged,
} from '../packed/packed-workouts.ts'
import type { Reader, Tx } from '../schema/index.ts'
import {
  type CheckpointHead,
  findCheckpointContent,
  findLatestCheckpoint,
  listCheckpoints,
  saveCheckpoint,
  widestGap,
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
const snapshotEvery = 16
/** Almost all changes are within this many workouts from the end. */
const snapshotsReach = 160

/**
 * The memory of a user's lifts, folded from the last valid checkpoint, or continued from `before`.
 *
 * @param by later workouts are ignored
 */
export async function rememberedLog(
  db: Reader,
  user: MemoryOwner,
  before?: RememberedLog,
  by = Number.MAX_SAFE_INTEGER,
): Promise<RememberedLog> {
  // Read before the data: data read afterward is from this state, or from a later one with a different
  // seq.
  const { seq, horizon, head } = await findLatestCheckpoint(db, user.id, by)
  const isSameBase = head ? isSamePlace(before?.base, head) : before?.base === undefined
  const known = isSameBase ? before : undefined
  // Expired tombstones don't appear among the changes.
  const changing = known && known.seq >= horizon ? known : undefined
  const fold = known?.snapshots[0]?.fold ?? (await foldOf(db, user.id, head))
  const tail = await tailAfter(db, user.id, head, changing)
  const exerciseIds = await withExercisesOf(db, known?.exerciseIds ?? fold.exerciseIds(), tail, known)
  const context = await memoryContext(db, user, exerciseIds, changing)
  const log = { seq, base: head, fold, tail, exerciseIds, context }
  const isValid = !head || context.digestOf(fold.exerciseIds(), head.startedAt) === head.context
  return isValid ? foldedOn(db, log, known, by) : fromFirst(db, user, log, by)
}

/** The same without checkpoints, which are invalid because what they depend on has changed. */
async function fromFirst(
  db: Reader,
  user: MemoryOwner,
  { seq }: Pick<RememberedLog, 'seq'>,
  by: number,
): Promise<RememberedLog> {
  const tail = await listPackedWorkoutsAfter(db, user.id, undefined)
  const exerciseIds = await withExercisesOf(db, new Set(), tail, undefined)
  const context = await memoryContext(db, user, exerciseIds)
  const log = { seq, base: undefined, fold: new MemoryFold(), tail, exerciseIds, context }
  return foldedOn(db, log, undefined, by)
}

/**
 * The workouts after a checkpoint. Given a `known` log with the same checkpoint, reads only later
 * changes, since a change at or before the checkpoint would have deleted it.
 */
async function tailAfter(
  db: Reader,
  userId: string,
  head: CheckpointHead | undefined,
  known: RememberedLog | undefined,
): Promise<readonly PackedWorkoutRow[]> {
  if (!known) return listPackedWorkoutsAfter(db, userId, head)
  return withChanged(known.tail, await listChangedPackedWorkouts(db, userId, known.seq))
}

async function foldOf(db: Reader, userId: string, head: CheckpointHead | undefined): Promise<MemoryFold> {
  const content = head && (await findCheckpointContent(db, userId, head))
  return content ? MemoryFold.fromData(unpackMemory(content)) : new MemoryFold()
}

type Unfolded = Omit<RememberedLog, 'snapshots' | 'digest'>

/** Folds the tail from the last valid snapshot of the `known` log. */
async function foldedOn(
  db: Reader,
  log: Unfolded,
  known: RememberedLog | undefined,
  by: number,
): Promise<RememberedLog> {
  const pause = pauseOutside(db)
  const { fold, context } = log
  const tail = by === Number.MAX_SAFE_INTEGER ? log.tail : log.tail.filter(({ startedAt }) => startedAt <= by)
  const digest = context.digestOf(log.exerciseIds, Number.MAX_SAFE_INTEGER)
  const same = known?.digest === digest ? sameWorkouts(known.tail, tail) : 0
  const snapshots = known?.snapshots.filter(({ count }) => count === 0 || count <= same) ?? [
    { count: 0, fold },
  ]
  let last = snapshots.at(-1) ?? { count: 0, fold }
  while (last.count < tail.length) {
    const next = nextSnapshot(last.count, tail.length)
    last = { count: next, fold: continued(last, tail, next, context) }
    if (tail.length - next <= snapshotsReach || next % widestGap === 0) snapshots.push(last)
    await pause()
  }
  return { ...log, tail, fold: last.fold, snapshots: worthKeeping(snapshots), digest }
}

/**
 * The next workout at which to take a snapshot: at regular intervals, and before the last one, which
 * changes most often.
 */
function nextSnapshot(count: number, end: number): number {
  const next = count - (count % snapshotEvery) + snapshotEvery
  return next < end ? next : count < end - 1 ? end - 1 : end
}

/** Snapshots at regular intervals, and the last two. */
function worthKeeping(snapshots: readonly Snapshot[]): Snapshot[] {
  return snapshots.filter(({ count }, index) => count % snapshotEvery === 0 || index >= snapshots.length - 2)
}

function isSamePlace(a: CheckpointHead | undefined, b: CheckpointHead): boolean {
  return a !== undefined && a.startedAt === b.startedAt && a.workoutId === b.workoutId && a.seq === b.seq
}

/** The number of identical workouts, counted from the first. */
function sameWorkouts(before: readonly PackedWorkoutRow[], now: readonly PackedWorkoutRow[]): number {
  const differs = now.findIndex((row, index) => !isSameWorkout(row, before[index]))
  return differs < 0 ? now.length : differs
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

/** The known exercises and those of new workouts. Like `foldedOn`, lets other requests run in between. */
async function withExercisesOf(
  db: Reader,
  ids: ReadonlySet<string>,
  tail: readonly PackedWorkoutRow[],
  known: RememberedLog | undefined,
): Promise<ReadonlySet<string>> {
  const pause = pauseOutside(db)
  const added = new Set<string>()
  for (let from = known ? sameWorkouts(known.tail, tail) : 0; from < tail.length; from += snapshotEvery) {
    const before = Math.min(tail.length, from + snapshotEvery)
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

/** When to store a checkpoint, in numbers of workouts. */
export interface CheckpointSpacing {
  /** The number of last workouts to leave out, since they change most often. */
  readonly leaves: number
  /** The minimum number of workouts between checkpoints. */
  readonly every: number
}

const usualSpacing: CheckpointSpacing = { leaves: 4, every: 12 }

/**
 * Stores a checkpoint near the end of a user's log, unless there is one. Called in some of the
 * transactions that write workouts, so that reads never have to fold more than a few workouts.
 */
export async function advanceCheckpoint(
  tx: Tx,
  user: MemoryOwner,
  before?: RememberedLog,
  { leaves, every } = usualSpacing,
): Promise<void> {
  const { seq, base, tail, snapshots, context } = await rememberedLog(tx, user, before)
  if (!needsCheckpoint({ tail }, { leaves, every })) return
  const count = tail.length - leaves
  const last = tail[count - 1]
  const snapshot = snapshots.findLast((each) => each.count <= count)
  if (!last || !snapshot) return
  const checkpointAt = (workouts: number, fold: MemoryFold, { startedAt, workoutId }: PackedWorkoutRow) => ({
    userId: user.id,
    startedAt,
    workoutId,
    workouts: (base?.workouts ?? 0) + workouts,
    seq,
    context: context.digestOf(fold.exerciseIds(), startedAt),
    content: packMemory(fold.toData()),
  })
  // After a migration or a change far back, many workouts have no checkpoint.
  for (const far of snapshots) {
    const end = tail[far.count - 1]
    if (end && far.count % widestGap === 0 && count - far.count >= widestGap)
      await saveCheckpoint(tx, checkpointAt(far.count, far.fold, end), [])
  }
  const checkpoint = checkpointAt(count, continued(snapshot, tail, count, context), last)
  await saveCheckpoint(tx, checkpoint, base ? await listCheckpoints(tx, user.id, base.startedAt) : [])
}

/** Whether enough workouts follow the last checkpoint to store another one. */
export function needsCheckpoint(
  { tail }: Pick<RememberedLog, 'tail'>,
  { leaves, every } = usualSpacing,
): boolean {
  return tail.length >= leaves + every
}

/** The fold of a snapshot and the workouts after it, up to the first `count` of the tail. */
function continued(
  { count: from, fold }: Snapshot,
  tail: readonly PackedWorkoutRow[],
  count: number,
  { options }: MemoryContext,
): MemoryFold {
  const copy = new MemoryFold(fold)
  copy.take(new PackedSets(tail, (whole) => whole, { from, before: count }), options)
  return copy
}
