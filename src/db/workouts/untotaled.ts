import { userMarks } from '../meta/user-marks.ts'
import type { Tx } from '../schema/index.ts'

/** Marks the users who may have workouts without totals, for `fillTotals` to compute. */
export const untotaledUsers = userMarks('untotaled:')

/** Records that some of a user's workouts have no totals. */
export function markTotalsMissing(tx: Tx, userId: string): Promise<void> {
  return untotaledUsers.set(tx, userId, crypto.randomUUID())
}
