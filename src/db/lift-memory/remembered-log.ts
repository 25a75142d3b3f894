import { MemoryFold } from '#training/lift-state/index.ts'
import { PackedSets } from '../packed/packed-sets.ts'
import { listPackedWorkoutsAfter, type PackedWorkoutRow } from '../packed/packed-workouts.ts'
import type { Reader, Tx } from '../schema/index.ts'
import { findSeq } from '../sync/change-numbers.ts'
import { type CheckpointHead, findCheckpointContent, listCheckpoints, saveCheckpoint } from './checkpoints.ts'
import { packMemory, unpackMemory } from './memory-bytes.ts'
import { type MemoryContext, type MemoryOwner, memoryContext } from './memory-context.ts'

/** The fold of the first `count` workouts of the tail. */
interface Snapshot {
  readonly count: number
  readonly fold: MemoryFold
}

/** The memory of a user's lifts, with what it takes to continue it. */
export interface RememberedLog {
  readonly fold: MemoryFold
  /** The checkpoint that folding resumed from; undefined if it began at the first workout. */
  readonly base: CheckpointHead | undefined
  /** The workouts since, oldest first. */
  readonly tail: readonly PackedWorkoutRow[]
  /** Ascending; the first is that of the base. */
  readonly snapshots: readonly Snapshot[]
  readonly exerciseIds: ReadonlySet<string>
  readonly context: MemoryContext
  /** Of the context, for the whole tail. */
  readonly digest: string
}

/** A snapshot is taken after this many workouts of the tail, again and again. */
const snapshotEvery = 16
/** Snapshots of more workouts than this are older than almost every change. */
const snapshotsReach = 160

/** The memory of a user's lifts, folded from the last valid checkpoint on, or from where it was `before`. */
export async function rememberedLog(
  db: Reader,
  user: MemoryOwner,
  before?: RememberedLog,
  by = Number.MAX_SAFE_INTEGER,
): Promise<RememberedLog> {
  const [head] = await listCheckpoints(db, user.id, by)
  return (head && (await resumed(db, user, { head, before, by }))) ?? fromFirst(db, user, { before, by })
}

interface Bounds {
  readonly before: RememberedLog | undefined
  readonly by: number
}

async function resumed(
  db: Reader,
  user: MemoryOwner,
  { head, before, by }: Bounds & { readonly head: CheckpointHead },
): Promise<RememberedLog | undefined> {
  const known = isSamePlace(before?.base, head) ? before : undefined
  const fold = known?.snapshots[0]?.fold ?? (await foldOf(db, user.id, head))
  if (!fold) return undefined
  const tail = await listPackedWorkoutsAfter(db, user.id, head)
  const exerciseIds = withExercisesOf(known?.exerciseIds ?? fold.exerciseIds(), tail, known)
  const context = await memoryContext(db, user, exerciseIds)
  if (context.digestOf(fold.exerciseIds(), head.startedAt) !== head.context) return undefined
  return foldedOn({ base: head, fold, tail, exerciseIds, context }, known, by)
}

async function fromFirst(db: Reader, user: MemoryOwner, { before, by }: Bounds): Promise<RememberedLog> {
  const known = before && before.base === undefined ? before : undefined
  const tail = await listPackedWorkoutsAfter(db, user.id, undefined)
  const exerciseIds = withExercisesOf(known?.exerciseIds ?? new Set(), tail, known)
  const context = await memoryContext(db, user, exerciseIds)
  return foldedOn({ base: undefined, fold: new MemoryFold(), tail, exerciseIds, context }, known, by)
}

async function foldOf(db: Reader, userId: string, head: CheckpointHead): Promise<MemoryFold | undefined> {
  const content = await findCheckpointContent(db, userId, head)
  return content && MemoryFold.fromData(unpackMemory(content))
}

type Unfolded = Omit<RememberedLog, 'snapshots' | 'digest'>

/** Folds the tail, from the last snapshot of the `known` log that still holds. */
function foldedOn(log: Unfolded, known: RememberedLog | undefined, by: number): RememberedLog {
  const { fold, context } = log
  const tail = by === Number.MAX_SAFE_INTEGER ? log.tail : log.tail.filter(({ startedAt }) => startedAt <= by)
  const digest = context.digestOf(log.exerciseIds, Number.MAX_SAFE_INTEGER)
  const same = known?.digest === digest ? sameWorkouts(known.tail, tail) : 0
  const snapshots = known?.snapshots.filter(({ count }) => count === 0 || count <= same) ?? [
    { count: 0, fold },
  ]
  let last = snapshots.at(-1) ?? { count: 0, fold }
  while (last.count < tail.length) {
    const next = Math.min(tail.length, last.count - (last.count % snapshotEvery) + snapshotEvery)
    const further = new MemoryFold(last.fold)
    further.take(new PackedSets(tail, (whole) => whole, { from: last.count, before: next }), context.options)
    last = { count: next, fold: further }
    if (tail.length - next <= snapshotsReach) snapshots.push(last)
  }
  return { ...log, tail, fold: last.fold, snapshots, digest }
}

function isSamePlace(a: CheckpointHead | undefined, b: CheckpointHead): boolean {
  return a !== undefined && a.startedAt === b.startedAt && a.workoutId === b.workoutId && a.seq === b.seq
}

/** How many workouts are the same in both, counted from the first. */
function sameWorkouts(before: readonly PackedWorkoutRow[], now: readonly PackedWorkoutRow[]): number {
  const differs = now.findIndex((row, index) => !isSameWorkout(row, before[index]))
  return differs < 0 ? now.length : differs
}

function isSameWorkout(a: PackedWorkoutRow, b: PackedWorkoutRow | undefined): boolean {
  return (
    b !== undefined &&
    a.workoutId === b.workoutId &&
    a.startedAt === b.startedAt &&
    a.timeZone === b.timeZone &&
    a.bodyweightGrams === b.bodyweightGrams &&
    Buffer.compare(a.sets, b.sets) === 0
  )
}

/** The exercises known so far, and those of workouts that weren't known. */
function withExercisesOf(
  ids: ReadonlySet<string>,
  tail: readonly PackedWorkoutRow[],
  known: RememberedLog | undefined,
): ReadonlySet<string> {
  const all = new Set(ids)
  const sets = new PackedSets(tail, (whole) => whole, { from: known ? sameWorkouts(known.tail, tail) : 0 })
  while (sets.next()) all.add(sets.exerciseId)
  return all
}

/** How many workouts a checkpoint leaves to be folded: those that are still changed most often. */
const leftToFold = 16
/** How many workouts later the next checkpoint is. */
const checkpointEvery = 48

/**
 * Stores a checkpoint near the end of a user's log, unless there is one. It belongs to the transaction of a write
 * now and then, such as every 64th, so that reading never folds more than a few dozen workouts.
 */
export async function advanceCheckpoint(tx: Tx, user: MemoryOwner): Promise<void> {
  const log = await rememberedLog(tx, user)
  const { base, tail, snapshots, context } = log
  if (tail.length < leftToFold + checkpointEvery) return
  const snapshot = snapshots.findLast(({ count }) => count <= tail.length - leftToFold)
  const last = snapshot && tail[snapshot.count - 1]
  if (!last) return
  const { startedAt, workoutId } = last
  const checkpoint = {
    userId: user.id,
    startedAt,
    workoutId,
    workouts: (base?.workouts ?? 0) + snapshot.count,
    seq: (await findSeq(tx, user.id)).seq,
    context: context.digestOf(snapshot.fold.exerciseIds(), startedAt),
    content: packMemory(snapshot.fold.toData()),
  }
  await saveCheckpoint(tx, checkpoint, base ? await listCheckpoints(tx, user.id, base.startedAt) : [])
}
