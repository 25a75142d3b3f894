import { createYielder } from '#lib/yield.ts'
import { MemoryFold, restoreMemory } from '#training/lift-state/index.ts'
import { exercisesIn } from '../packed/exercises-in.ts'
import {
  byTime,
  listChangedPackedWorkouts,
  listPackedWorkoutsAfter,
  type PackedWorkoutRow,
  withChangedRows,
} from '../packed/packed-workouts.ts'
import type { Reader } from '../schema/index.ts'
import {
  type CheckpointHead,
  findCheckpointContent,
  findLatestCheckpoint,
  listCheckpoints,
} from './checkpoints.ts'
import { foldInSteps } from './fold-in-steps.ts'
import { type LogToFold, type RememberedLog, snapshotInterval } from './fold-tail.ts'
import { unpackMemory } from './memory-bytes.ts'
import { type MemoryOwner, memoryContext } from './memory-context.ts'

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
  const { seq, horizon, head: latest } = await findLatestCheckpoint(db, user.id, until)
  const keepsBase = earlier && latest && (await continuesFromBase(db, user.id, earlier, latest))
  const head = keepsBase ? earlier.base : latest
  const isSameBase = head ? isSameCheckpoint(earlier?.base, head) : earlier?.base === undefined
  const previous = isSameBase ? earlier : undefined
  // A log from before the horizon isn't updated: the changes since then don't include expired tombstones.
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

/** The memory folded from the first workout, without checkpoints, which a change to their inputs has invalidated. */
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

/** Folds the tail in steps, and lets other requests run in between. */
async function foldTail(
  db: Reader,
  log: LogToFold,
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

/** The minimum number of workouts after another checkpoint for which an earlier log continues from its own instead. */
const minKept = 128

/**
 * Whether a log continues from its own checkpoint, or from the first workout, although there is a later checkpoint: if
 * that is so far back that folding all workouts after it would take longer than those that have changed.
 */
async function continuesFromBase(
  db: Reader,
  userId: string,
  { base, tail }: RememberedLog,
  latest: CheckpointHead,
): Promise<boolean> {
  const near = tail.at(-minKept)
  if (!near || byTime(latest, near) >= 0) return false
  if (!base) return true
  // With a limit in time, the latest checkpoint may be before that of the log.
  if (byTime(base, latest) > 0) return false
  const checkpoints = isSameCheckpoint(base, latest)
    ? [latest]
    : await listCheckpoints(db, userId, base.startedAt)
  return checkpoints.some((checkpoint) => isSameCheckpoint(base, checkpoint))
}

function isSameCheckpoint(a: CheckpointHead | undefined, b: CheckpointHead): boolean {
  return a !== undefined && a.startedAt === b.startedAt && a.workoutId === b.workoutId && a.seq === b.seq
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
  const known = new Set(previous?.tail)
  const rows = tail.filter((row) => !known.has(row))
  const added = new Set<string>()
  for (let from = 0; from < rows.length; from += snapshotInterval) {
    for (const id of exercisesIn(rows.slice(from, from + snapshotInterval))) if (!ids.has(id)) added.add(id)
    await pause()
  }
  return added.size === 0 ? ids : ids.union(added)
}

/** A pause when one is due, but not inside a transaction, since others may wait for its end. */
function pauseOutside(db: Reader): () => Promise<void> | undefined {
  return db.isTransaction ? () => undefined : createYielder()
}
