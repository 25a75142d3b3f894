import { prepare } from '../engine/prepare.ts'
import { noteChange } from '../engine/process/changed-users.ts'
import { unsweptUsers } from '../imports/unswept.ts'
import type { Tx } from '../schema/index.ts'
import { revisionLifetimeMs } from '../workouts/revisions.ts'
import { expiringTables } from './tables.ts'

/** How long a deletion is reported, in milliseconds: as long as it can be restored. */
const tombstoneLifetimeMs = revisionLifetimeMs

interface Age {
  readonly before: number
  readonly limit: number
}

interface Tombstone {
  readonly userId: string
  readonly id: string
  readonly seq: number
}

type Key = Pick<Tombstone, 'userId' | 'id'>

const perTable = expiringTables.map((table) => ({
  selectExpired: prepare((db, p: Age) =>
    db
      .selectFrom(table)
      .select(['userId', 'id', 'seq'])
      .where('deletedAt', 'is not', null)
      .where('deletedAt', '<', p.before)
      // An import may have written contents ahead for them, and may still need them.
      .where(({ not, exists, ref, selectFrom }) =>
        not(
          exists(
            selectFrom('meta')
              .select('key')
              .where('key', '=', unsweptUsers.keyOf(ref('userId'))),
          ),
        ),
      )
      .orderBy('deletedAt')
      .limit(p.limit),
  ),
  deleteOne: prepare((db, { userId, id }: Key) =>
    db.deleteFrom(table).where('userId', '=', userId).where('id', '=', id),
  ),
}))

const raiseHorizon = prepare((db, { userId, seq }: Pick<Tombstone, 'userId' | 'seq'>) =>
  db.updateTable('users').set({ horizon: seq }).where('id', '=', userId).where('horizon', '<', seq),
)

/**
 * Deletes up to `limit` expired tombstones of all users, oldest first, and resolves to their number. Raises each
 * user's horizon accordingly: a client that is behind it has to pull everything.
 */
export async function deleteExpiredTombstones(tx: Tx, now: number, limit: number): Promise<number> {
  const before = now - tombstoneLifetimeMs
  let deleted = 0
  for (const { selectExpired, deleteOne } of perTable) {
    const tombstones = await selectExpired.all(tx, { before, limit: limit - deleted })
    deleted += await deleteTombstones(tx, tombstones, deleteOne.runEach)
  }
  return deleted
}

async function deleteTombstones(
  tx: Tx,
  tombstones: readonly Tombstone[],
  deleteEach: (tx: Tx, keys: readonly Key[]) => Promise<number>,
): Promise<number> {
  await deleteEach(
    tx,
    tombstones.map(({ userId, id }) => ({ userId, id })),
  )
  const horizons = new Map<string, number>()
  for (const { userId, seq } of tombstones) horizons.set(userId, Math.max(seq, horizons.get(userId) ?? 0))
  await raiseHorizon.runEach(
    tx,
    [...horizons].map(([userId, seq]) => ({ userId, seq })),
  )
  for (const userId of horizons.keys()) noteChange(tx, userId)
  return tombstones.length
}
