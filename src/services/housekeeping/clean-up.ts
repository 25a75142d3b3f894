import { holdUser } from '#db/engine/process/exclusive-user.ts'
import { sweep } from '#db/imports/sweep.ts'
import { unsweptUsers } from '#db/imports/unswept.ts'
import { type Collected, collectExpired } from '#db/maintenance/collect-expired.ts'
import type { Db } from '#db/schema/index.ts'
import { fillTotals, markAllOnce, usersWithoutTotals } from '#db/workouts/refresh-totals.ts'
import { correctAssistance } from '../workouts/correct-assistance.ts'

/**
 * Removes what all users' unfinished imports left behind. One user's damaged data doesn't keep
 * the others from being cleaned up.
 *
 * @throws the first error, after all users were processed
 */
export async function sweepImports(db: Db, now: number): Promise<void> {
  const errors: unknown[] = []
  for (const userId of await unsweptUsers(db)) {
    // One of the user's imports may be running.
    using _hold = await holdUser(db, userId)
    await sweep(db, userId, now).catch((error: unknown) => errors.push(error))
  }
  if (errors.length > 0) throw errors[0]
}

/** Computes the totals that are missing beside workouts, as after a change of many. */
async function fillAllTotals(db: Db, signal: AbortSignal): Promise<void> {
  await markAllOnce(db)
  for (const userId of await usersWithoutTotals(db)) await fillTotals(db, userId, signal)
}

/**
 * Removes what unfinished imports left behind and what has expired, and corrects what earlier versions stored, in
 * small transactions. Stops after the
 * current one when the signal is aborted. `now` in milliseconds.
 */
export async function cleanUp(db: Db, now: number, signal: AbortSignal): Promise<Collected> {
  await sweepImports(db, now)
  await fillAllTotals(db, signal)
  await correctAssistance(db, now, signal)
  return collectExpired(db, now, { signal })
}
