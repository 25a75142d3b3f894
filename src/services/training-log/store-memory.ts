import { findProfile, type Profile } from '#db/accounts/users.ts'
import { defineProcessState } from '#db/engine/process/state.ts'
import { transact } from '#db/engine/transact.ts'
import { advanceCheckpoint, needsCheckpoint } from '#db/lift-memory/advance-checkpoint.ts'
import type { SavedPackedWorkout } from '#db/lift-memory/continue-log.ts'
import type { RememberedLog } from '#db/lift-memory/fold-tail.ts'
import { keepCheckpointBefore } from '#db/lift-memory/fold-up-to.ts'
import type { Db, Reader, Tx } from '#db/schema/index.ts'
import type { StoredWorkout } from '#db/workouts/rows.ts'
import { LruMap } from '#lib/lru-map.ts'
import { lastRememberedLog, liftMemory } from './lift-memory.ts'
import { isRecent, recentWorkouts } from './recent.ts'

/** For a user whose memory isn't cached, and for workouts far back, one in this many changes stores a checkpoint. */
const checkpointInterval = 16
/**
 * For a cached memory, which doesn't have to be folded again, the minimum time between checkpoints, in
 * milliseconds.
 */
const minIntervalMs = 60_000
/** A checkpoint is also stored after this many workouts. */
const maxWorkouts = 256

/**
 * The time of the last checkpoint, in milliseconds since the process started, and the user's seq at that time.
 */
interface StoredCheckpoint {
  readonly at: number
  readonly seq: number
}

const checkpointsOf = defineProcessState({
  name: 'the times of the last checkpoints of users',
  acrossNodes: 'may differ: it only determines how often a node stores one',
  create: () => new LruMap<string, StoredCheckpoint>(1000),
})

/** The transactions that have stored a checkpoint near the end of a log. */
const advancedIn = new WeakSet<Tx>()

/**
 * Stores a checkpoint of the memory after some writes of workouts, so that it stays near the end of the log, and near
 * workouts that are being added far back.
 */
export async function storeMemory(
  tx: Tx,
  { userId, id: workoutId, seq, startedAt }: Pick<StoredWorkout, 'userId' | 'id' | 'seq' | 'startedAt'>,
): Promise<void> {
  const last = lastRememberedLog(tx, userId)
  const isOneOfMany = seq % checkpointInterval === 0
  const isAdvanceDue = last
    ? !needsLongFold(last, startedAt) && isDue(last, checkpointsOf(tx).get(userId))
    : isOneOfMany && !advancedIn.has(tx)
  const isFarBack = isOneOfMany && !(await isRecent(tx, userId, startedAt))
  if (!isFarBack && !isAdvanceDue) return
  const user = await findProfile(tx, userId)
  if (!user || (isFarBack && (await keepCheckpointBefore(tx, user, { startedAt, workoutId })))) return
  if (!isAdvanceDue) return
  await advanceCheckpoint(tx, user, last)
  // Nobody reads the memory between the changes of one transaction, such as a turn of a push.
  advancedIn.add(tx)
  checkpointsOf(tx).set(userId, { at: performance.now(), seq })
}

/**
 * Whether a change is so far back that the memory after it takes long to fold. Other writes shouldn't wait for that, so
 * it is left to the next reader.
 */
function needsLongFold({ base, tail }: RememberedLog, startedAt: number): boolean {
  return base !== undefined && startedAt < (tail.at(-recentWorkouts) ?? base).startedAt
}

function isDue(last: RememberedLog, stored: StoredCheckpoint | undefined): boolean {
  if (!needsCheckpoint(last)) return false
  if (!stored) return true
  // Later writes in the commit that stored the checkpoint still see the previous memory.
  if (last.seq < stored.seq) return false
  return last.tail.length >= maxWorkouts || performance.now() - stored.at >= minIntervalMs
}

/** Whether a change has stored a checkpoint, from which the memory should continue. */
export function hasStoredCheckpoint(db: Reader, userId: string, { seq }: SavedPackedWorkout): boolean {
  return checkpointsOf(db).get(userId)?.seq === seq
}

/**
 * Stores a checkpoint after many changes at once, such as an import. Folds in turns before the transaction, so that
 * no request has to wait.
 */
export async function storeMemoryNow(db: Db, user: Profile): Promise<void> {
  await liftMemory(db, user)
  await transact(db, user.id, (tx) => advanceCheckpoint(tx, user, lastRememberedLog(tx, user.id)))
}
