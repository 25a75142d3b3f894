import { findProfile, type Profile } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import { advanceCheckpoint } from '#db/lift-memory/remembered-log.ts'
import type { Db, Tx } from '#db/schema/index.ts'
import type { StoredWorkout } from '#db/workouts/rows.ts'
import { lastRemembered, liftMemory } from './lift-memory.ts'

/** One change in this many keeps the memory of lifts near the end of the log, so that each costs little. */
const keptEvery = 64

/** Keeps the stored memory near the end of the log, now and then, when a workout was written. */
export async function keepMemory(
  tx: Tx,
  { userId, seq }: Pick<StoredWorkout, 'userId' | 'seq'>,
): Promise<void> {
  if (seq % keptEvery !== 0) return
  const user = await findProfile(tx, userId)
  if (user) await advanceCheckpoint(tx, user, lastRemembered(tx, userId))
}

/**
 * The same after many changes at once, such as an import. Folds before the transaction, in turns: nobody waits for
 * it.
 */
export async function keepMemoryNow(db: Db, user: Profile): Promise<void> {
  await liftMemory(db, user)
  await transact(db, user.id, (tx) => advanceCheckpoint(tx, user, lastRemembered(tx, user.id)))
}
