import { dayMs } from '#training/day-ms.ts'
import { prepare } from '../engine/prepare.ts'
import type { Tx } from '../schema/index.ts'
import type { AppliedMutationsTable } from '../schema/sync.ts'

/** A mutation that was applied. */
export type AppliedMutation = AppliedMutationsTable

/**
 * The minimum time for which an applied mutation is recognized, in milliseconds: 90 days, plus a week for
 * inaccurate clocks and housekeeping.
 */
export const mutationLifetimeMs = 97 * dayMs

type Key = Pick<AppliedMutation, 'userId' | 'mutationId'>

const selectOne = prepare((db, { userId, mutationId }: Key) =>
  db
    .selectFrom('appliedMutations')
    .select(['fingerprint', 'revision'])
    .where('userId', '=', userId)
    .where('mutationId', '=', mutationId),
)

const insertOne = prepare((db, row: AppliedMutation) => db.insertInto('appliedMutations').values(row))

const deleteExpired = prepare((db, p: { readonly before: number; readonly limit: number }) =>
  db
    .deleteFrom('appliedMutations')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('userId', 'mutationId'),
        'in',
        selectFrom('appliedMutations')
          .select(['userId', 'mutationId'])
          .where('appliedAt', '<', p.before)
          .orderBy('appliedAt')
          .limit(p.limit)
          .$asTuple('userId', 'mutationId'),
      ),
    ),
)

/** The record of a mutation, if it was applied before. */
export function findApplied(
  tx: Tx,
  userId: string,
  mutationId: string,
): Promise<Pick<AppliedMutation, 'fingerprint' | 'revision'> | undefined> {
  return selectOne.first(tx, { userId, mutationId })
}

/** Records that a mutation was applied, in the transaction of its change. */
export async function insertApplied(tx: Tx, applied: AppliedMutation): Promise<void> {
  await insertOne.send(tx, applied)
}

/**
 * Deletes up to `limit` expired mutations of all users, oldest first, and resolves to their number.
 */
export function deleteExpiredMutations(tx: Tx, now: number, limit: number): Promise<number> {
  return deleteExpired.run(tx, { before: now - mutationLifetimeMs, limit })
}
