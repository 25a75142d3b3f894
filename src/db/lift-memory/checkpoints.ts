import type { Selectable } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { MemoryCheckpointsTable } from '../schema/lift-memory.ts'

/** A checkpoint of a user's memory. */
export type Checkpoint = Selectable<MemoryCheckpointsTable>

/** A checkpoint without what was folded. */
export type CheckpointHead = Omit<Checkpoint, 'content' | 'userId'>

/** A workout's position in its user's log: by time, then by id. */
type Place = Pick<Checkpoint, 'userId' | 'startedAt' | 'workoutId'>

const headColumns = ['startedAt', 'workoutId', 'workouts', 'seq', 'context'] as const

const headsQuery = prepare((db, { userId, by }: { readonly userId: string; readonly by: number }) =>
  db
    .selectFrom('memoryCheckpoints')
    .select(headColumns)
    .where('userId', '=', userId)
    .where('startedAt', '<=', by)
    .orderBy('startedAt', 'desc')
    .orderBy('workoutId', 'desc'),
)

const latestQuery = prepare((db, { userId, by }: { readonly userId: string; readonly by: number }) =>
  db
    .selectFrom('users')
    .leftJoin('memoryCheckpoints', (join) =>
      join
        .onRef('memoryCheckpoints.userId', '=', 'users.id')
        .on('memoryCheckpoints.startedAt', '<=', by)
        .on('memoryCheckpoints.userId', '=', userId),
    )
    .select(['users.seq as userSeq', 'users.horizon'])
    .select(headColumns.map((column) => `memoryCheckpoints.${column}` as const))
    .where('users.id', '=', userId)
    .orderBy('memoryCheckpoints.startedAt', 'desc')
    .orderBy('memoryCheckpoints.workoutId', 'desc')
    .limit(1),
)

const contentQuery = prepare((db, p: Place) =>
  db
    .selectFrom('memoryCheckpoints')
    .select('content')
    .where('userId', '=', p.userId)
    .where('startedAt', '=', p.startedAt)
    .where('workoutId', '=', p.workoutId),
)

const upsert = prepare((db, row: Checkpoint) =>
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

const deleteFrom = prepare((db, p: Place) =>
  db
    .deleteFrom('memoryCheckpoints')
    .where('userId', '=', p.userId)
    .where('startedAt', '>=', p.startedAt)
    .where(({ eb, or }) => or([eb('startedAt', '>', p.startedAt), eb('workoutId', '>=', p.workoutId)])),
)

const deleteAll = prepare((db, p: { readonly userId: string }) =>
  db.deleteFrom('memoryCheckpoints').where('userId', '=', p.userId),
)

const deleteOne = prepare((db, p: Place) =>
  db
    .deleteFrom('memoryCheckpoints')
    .where('userId', '=', p.userId)
    .where('startedAt', '=', p.startedAt)
    .where('workoutId', '=', p.workoutId),
)

/** The checkpoints of a user whose last workout started by an instant, latest first. */
export function listCheckpoints(db: Reader, userId: string, by: number): Promise<CheckpointHead[]> {
  return headsQuery.all(db, { userId, by })
}

/** The number of a user's last change, and the latest checkpoint at that state. */
export async function findLatestCheckpoint(
  db: Reader,
  userId: string,
  by: number,
): Promise<{ readonly seq: number; readonly horizon: number; readonly head: CheckpointHead | undefined }> {
  const row = await latestQuery.first(db, { userId, by })
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
  return (await contentQuery.first(db, { userId, startedAt, workoutId }))?.content
}

/** Stores a checkpoint, and deletes others: see `superfluous`. */
export async function saveCheckpoint(
  tx: Tx,
  checkpoint: Checkpoint,
  others: readonly CheckpointHead[],
): Promise<void> {
  await upsert.run(tx, checkpoint)
  const { userId } = checkpoint
  const deleted = superfluous([checkpoint, ...others])
  await deleteOne.runEach(
    tx,
    deleted.map(({ startedAt, workoutId }) => ({ userId, startedAt, workoutId })),
  )
}

/**
 * Deletes the checkpoints that a write to a workout invalidates. `place` is the workout's position before
 * or after the write, whichever is earlier.
 */
export async function forgetMemoryFrom(tx: Tx, place: Place): Promise<void> {
  await deleteFrom.send(tx, place)
}

/** Deletes all checkpoints of a user. */
export async function forgetMemory(tx: Tx, userId: string): Promise<void> {
  await deleteAll.run(tx, { userId })
}

/** The maximum number of workouts between checkpoints, even far back. */
export const widestGap = 128

/**
 * The checkpoints, latest first, that needn't be kept: the further back, the fewer are kept, down to one
 * per `widestGap` workouts.
 */
function superfluous(checkpoints: readonly CheckpointHead[]): CheckpointHead[] {
  const last = checkpoints[0]?.workouts ?? 0
  const kept = new Set<string>()
  return checkpoints.filter(({ workouts }) => {
    const back = last - workouts
    const group =
      back < widestGap ? `last ${Math.floor(Math.log2(1 + back))}` : `${Math.floor(workouts / widestGap)}`
    if (kept.has(group)) return true
    kept.add(group)
    return false
  })
}
