import type { Selectable } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { MemoryCheckpointsTable } from '../schema/lift-memory.ts'

/** A checkpoint of a user's memory. */
export type Checkpoint = Selectable<MemoryCheckpointsTable>

/** A checkpoint without the folded memory. */
export type CheckpointHead = Omit<Checkpoint, 'content' | 'userId'>

/** A workout's position in its user's log: by time, then by id. */
type UserLogPosition = Pick<Checkpoint, 'userId' | 'startedAt' | 'workoutId'>

const headColumns = ['startedAt', 'workoutId', 'workouts', 'seq', 'context'] as const

const selectHeads = prepare((db, { userId, until }: { readonly userId: string; readonly until: number }) =>
  db
    .selectFrom('memoryCheckpoints')
    .select(headColumns)
    .where('userId', '=', userId)
    .where('startedAt', '<=', until)
    .orderBy('startedAt', 'desc')
    .orderBy('workoutId', 'desc'),
)

const selectLatestHead = prepare(
  (db, { userId, until }: { readonly userId: string; readonly until: number }) =>
    db
      .selectFrom('users')
      .leftJoin('memoryCheckpoints', (join) =>
        join
          .onRef('memoryCheckpoints.userId', '=', 'users.id')
          .on('memoryCheckpoints.startedAt', '<=', until)
          .on('memoryCheckpoints.userId', '=', userId),
      )
      .select(['users.seq as userSeq', 'users.horizon'])
      .select(headColumns.map((column) => `memoryCheckpoints.${column}` as const))
      .where('users.id', '=', userId)
      .orderBy('memoryCheckpoints.startedAt', 'desc')
      .orderBy('memoryCheckpoints.workoutId', 'desc')
      .limit(1),
)

const selectContent = prepare((db, p: UserLogPosition) =>
  db
    .selectFrom('memoryCheckpoints')
    .select('content')
    .where('userId', '=', p.userId)
    .where('startedAt', '=', p.startedAt)
    .where('workoutId', '=', p.workoutId),
)

const upsertRow = prepare((db, row: Checkpoint) =>
  db
    .insertInto('memoryCheckpoints')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['userId', 'startedAt', 'workoutId']).doUpdateSet(({ ref }) => ({
        workouts: ref('excluded.workouts'),
        seq: ref('excluded.seq'),
        context: ref('excluded.context'),
        content: ref('excluded.content'),
      })),
    ),
)

const deleteFrom = prepare((db, p: UserLogPosition) =>
  db
    .deleteFrom('memoryCheckpoints')
    .where('userId', '=', p.userId)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('startedAt', 'workoutId'), '>=', tuple(p.startedAt, p.workoutId)),
    ),
)

const deleteAll = prepare((db, p: { readonly userId: string }) =>
  db.deleteFrom('memoryCheckpoints').where('userId', '=', p.userId),
)

const deleteOne = prepare((db, p: UserLogPosition) =>
  db
    .deleteFrom('memoryCheckpoints')
    .where('userId', '=', p.userId)
    .where('startedAt', '=', p.startedAt)
    .where('workoutId', '=', p.workoutId),
)

/** A user's checkpoints up to an instant, latest first. */
export function listCheckpoints(db: Reader, userId: string, until: number): Promise<CheckpointHead[]> {
  return selectHeads.all(db, { userId, until })
}

/** The number of a user's last change, their horizon, and their latest checkpoint up to an instant, if any. */
export async function findLatestCheckpoint(
  db: Reader,
  userId: string,
  until: number,
): Promise<{ readonly seq: number; readonly horizon: number; readonly head: CheckpointHead | undefined }> {
  const row = await selectLatestHead.first(db, { userId, until })
  if (!row) return { seq: 0, horizon: 0, head: undefined }
  const { userSeq, horizon, startedAt, workoutId, workouts, seq, context } = row
  const exists =
    startedAt !== null && workoutId !== null && workouts !== null && seq !== null && context !== null
  return {
    seq: userSeq,
    horizon,
    head: exists ? { startedAt, workoutId, workouts, seq, context } : undefined,
  }
}

/** The folded memory of a checkpoint; undefined if it no longer exists. */
export async function findCheckpointContent(
  db: Reader,
  userId: string,
  { startedAt, workoutId }: CheckpointHead,
): Promise<Uint8Array | undefined> {
  return (await selectContent.first(db, { userId, startedAt, workoutId }))?.content
}

/** Stores a checkpoint, and deletes those that it makes superfluous: see `superfluousCheckpoints`. */
export async function saveCheckpoint(
  tx: Tx,
  checkpoint: Checkpoint,
  others: readonly CheckpointHead[],
): Promise<void> {
  await upsertRow.run(tx, checkpoint)
  const { userId } = checkpoint
  const superfluous = superfluousCheckpoints([checkpoint, ...others])
  await deleteOne.runEach(
    tx,
    superfluous.map(({ startedAt, workoutId }) => ({ userId, startedAt, workoutId })),
  )
}

/**
 * Deletes the checkpoints that a write to a workout invalidates. `position` is the workout's position before
 * or after the write, whichever is earlier.
 */
export async function forgetMemoryFrom(tx: Tx, position: UserLogPosition): Promise<void> {
  await deleteFrom.send(tx, position)
}

/** Deletes all checkpoints of a user. */
export async function forgetMemory(tx: Tx, userId: string): Promise<void> {
  await deleteAll.run(tx, { userId })
}

/** Far back, one checkpoint is kept for this many workouts. */
export const workoutsPerOldCheckpoint = 128

/**
 * The checkpoints, latest first, that can be deleted: the further back, the fewer remain, down to one per
 * `workoutsPerOldCheckpoint` workouts.
 */
function superfluousCheckpoints(checkpoints: readonly CheckpointHead[]): CheckpointHead[] {
  const last = checkpoints[0]?.workouts ?? 0
  const groups = new Set<string>()
  return checkpoints.filter(({ workouts }) => {
    const distance = last - workouts
    const group =
      distance < workoutsPerOldCheckpoint
        ? `last ${Math.floor(Math.log2(1 + distance))}`
        : `${Math.floor(workouts / workoutsPerOldCheckpoint)}`
    if (groups.has(group)) return true
    groups.add(group)
    return false
  })
}
