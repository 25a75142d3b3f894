import { yieldToRequests } from '#lib/yield.ts'
import { prepare } from '../engine/prepare.ts'
import { transact, transactHousekeeping } from '../engine/transact.ts'
import type { Db } from '../schema/index.ts'
import { recomputeTotals } from './refresh-totals.ts'
import { markTotalsMissing, untotaledUsers } from './untotaled.ts'

/** The number of workouts whose totals are computed in one transaction. */
const batchSize = 20

interface Page {
  readonly userId: string
  readonly startedAt: number
  readonly id: string
  readonly limit: number
}

const selectWithoutTotals = prepare((db, p: Page) =>
  db
    .selectFrom('workouts')
    .selectAll()
    .where('userId', '=', p.userId)
    .where('deletedAt', 'is', null)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('startedAt', 'id'), '>', tuple(p.startedAt, p.id)))
    .where('volumeKg', 'is', null)
    .orderBy('startedAt')
    .orderBy('id')
    .limit(p.limit),
)

/**
 * Computes missing totals of a user's workouts, in small transactions, if the user is marked. Resolves to the number of
 * workouts. Stops after the current transaction when aborted.
 */
export async function fillTotals(db: Db, userId: string, signal?: AbortSignal): Promise<number> {
  const token = await untotaledUsers.find(db, userId)
  if (token === undefined) return 0
  let filled = 0
  let after = { startedAt: Number.MIN_SAFE_INTEGER, id: '' }
  while (!signal?.aborted) {
    const rows = await transact(db, userId, async (tx) => {
      const missing = await selectWithoutTotals.all(tx, { userId, ...after, limit: batchSize })
      await recomputeTotals(tx, missing)
      if (missing.length < batchSize) await untotaledUsers.remove(tx, userId, token)
      return missing
    })
    filled += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < batchSize) return filled
    after = last
    await yieldToRequests()
  }
  return filled
}

const selectMark = prepare((db) => db.selectFrom('meta').select('value').where('key', '=', 'totals'))

/** Marks every user once, because older databases have no totals. */
export async function markAllUsersOnce(db: Db): Promise<void> {
  if (await selectMark.first(db, {})) return
  await transactHousekeeping(db, async (tx) => {
    for (const { id } of await tx.selectFrom('users').select('id').execute()) await markTotalsMissing(tx, id)
    await tx
      .insertInto('meta')
      .values({ key: 'totals', value: '1' })
      .onConflict((on) => on.doNothing())
      .execute()
  })
}
