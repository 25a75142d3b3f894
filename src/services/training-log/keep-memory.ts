import { findProfile } from '#db/accounts/users.ts'
import { advanceCheckpoint } from '#db/lift-memory/remembered-log.ts'
import type { Tx } from '#db/schema/index.ts'
import type { StoredWorkout } from '#db/workouts/rows.ts'
import { lastRemembered } from './lift-memory.ts'

/** One change in this many keeps the memory of lifts near the end of the log, so that each costs little. */
const keptEvery = 64

/** Keeps the stored memory near the end of the log, now and then, when a workout was written. */
export async function keepMemory(
  tx: Tx,
  { userId, seq }: Pick<StoredWorkout, 'userId' | 'seq'>,
): Promise<void> {
  if (seq % keptEvery === 0) await keepMemoryNow(tx, userId)
}

/** The same after many changes at once, such as an import. */
export async function keepMemoryNow(tx: Tx, userId: string): Promise<void> {
  const user = await findProfile(tx, userId)
  if (user) await advanceCheckpoint(tx, user, lastRemembered(tx, userId))
}
