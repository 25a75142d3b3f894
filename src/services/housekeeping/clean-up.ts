import { holdUser } from '#db/engine/process/exclusive-user.ts'
import { sweep } from '#db/imports/sweep.ts'
import { unsweptUsers } from '#db/imports/unswept.ts'
import { type CleanupCounts, collectExpired } from '#db/maintenance/collect-expired.ts'
import type { Db } from '#db/schema/index.ts'
import { fillTotals, markAllUsersOnce } from '#db/workouts/fill-totals.ts'
import { untotaledUsers } from '#db/workouts/untotaled.ts'
import { correctAssistance } from '../workouts/correct-assistance.ts'

/**
 * Removes the leftovers of all users' unfinished imports. Damaged data of one user doesn't stop the cleanup for the
 * others.
 *
 * @throws the first error, after all users were processed
 */
export async function sweepImports(db: Db, now: number): Promise<void> {
  const errors: unknown[] = []
  for (const userId of await unsweptUsers.listUsers(db)) {
    // Waits for a running import of the user, because what it has written so far would count as leftovers.
    using _hold = await holdUser(db, userId)
    await sweep(db, userId, now).catch((error: unknown) => errors.push(error))
  }
  if (errors.length > 0) throw errors[0]
}

/** Computes missing totals of workouts, for example after a change that affects many of them. */
async function fillAllTotals(db: Db, signal: AbortSignal): Promise<void> {
  await markAllUsersOnce(db)
  for (const userId of await untotaledUsers.listUsers(db)) await fillTotals(db, userId, signal)
}

/**
 * Removes leftovers of unfinished imports and expired data, computes missing totals, and corrects data stored by
 * earlier releases, in small transactions. When aborted, stops after the current transaction, but not before all
 * leftovers are removed. `now` is in milliseconds.
 */
export async function cleanUp(db: Db, now: number, signal: AbortSignal): Promise<CleanupCounts> {
  await sweepImports(db, now)
  await fillAllTotals(db, signal)
  await correctAssistance(db, now, signal)
  return collectExpired(db, now, { signal })
}
