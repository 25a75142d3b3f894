import { findProfile, type Profile } from '#db/accounts/users.ts'
import { defineProcessState } from '#db/engine/process/state.ts'
import { transact } from '#db/engine/transact.ts'
import { advanceCheckpoint, needsCheckpoint, type RememberedLog } from '#db/lift-memory/remembered-log.ts'
import type { Db, Tx } from '#db/schema/index.ts'
import type { StoredWorkout } from '#db/workouts/rows.ts'
import { LruMap } from '#lib/lru-map.ts'
import { lastRemembered, liftMemory } from './lift-memory.ts'

/** For a user whose memory isn't cached, one in this many changes stores a checkpoint. */
const storedEvery = 16
/**
 * For a cached memory, which doesn't have to be folded again, the minimum time between checkpoints, in
 * milliseconds.
 */
const restMs = 60_000
/** A checkpoint is also stored after this many workouts. */
const maxWorkouts = 256

/**
 * When a checkpoint was last stored, in milliseconds since the process started, and the user's change
 * number.
 */
interface Stored {
  readonly at: number
  readonly seq: number
}

const checkpointsOf = defineProcessState({
  name: 'when checkpoints of users were stored',
  acrossNodes: 'may differ: it only determines how often a node stores one',
  create: () => new LruMap<string, Stored>(1000),
})

/**
 * Stores a checkpoint of the memory after some writes of workouts, so that it stays near the end of the
 * log.
 */
export async function keepMemory(
  tx: Tx,
  { userId, seq, startedAt }: Pick<StoredWorkout, 'userId' | 'seq' | 'startedAt'>,
): Promise<void> {
  const last = lastRemembered(tx, userId)
  // A change this far back requires a long fold, which is left to the next reader of the memory.
  if (last?.base && startedAt < last.base.startedAt) return
  if (last ? !isDue(last, checkpointsOf(tx).get(userId)) : seq % storedEvery !== 0) return
  const user = await findProfile(tx, userId)
  if (user) await advanceCheckpoint(tx, user, last)
  checkpointsOf(tx).set(userId, { at: performance.now(), seq })
}

function isDue(last: RememberedLog, stored: Stored | undefined): boolean {
  if (!needsCheckpoint(last)) return false
  if (!stored) return true
  // Writes in the same commit as the one that stored it still see the previous memory.
  if (last.seq < stored.seq) return false
  return last.tail.length >= maxWorkouts || performance.now() - stored.at >= restMs
}

/**
 * The same after many changes at once, such as an import. Folds in turns before the transaction, so that
 * no request has to wait.
 */
export async function keepMemoryNow(db: Db, user: Profile): Promise<void> {
  await liftMemory(db, user)
  await transact(db, user.id, (tx) => advanceCheckpoint(tx, user, lastRemembered(tx, user.id)))
}
