import { prepare } from '../engine/prepare.ts'
import type { Tx } from '../schema/index.ts'
import { revisionLifetimeMs } from '../workouts/revisions.ts'
import { forgettingTables } from './tables.ts'

/** How long a deletion is reported, in milliseconds: as long as it can be undone. */
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

const perTable = forgettingTables.map((table) => ({
  old: prepare((db, p: Age) =>
    db
      .selectFrom(table)
      .select(['userId', 'id', 'seq'])
      .where('deletedAt', 'is not', null)
      .where('deletedAt', '<', p.before)
      .orderBy('deletedAt')
      .limit(p.limit),
  ),
  drop: prepare((db, { userId, id }: Key) =>
    db.deleteFrom(table).where('userId', '=', userId).where('id', '=', id),
  ),
}))

const raiseHorizon = prepare((db, { userId, seq }: Pick<Tombstone, 'userId' | 'seq'>) =>
  db.updateTable('users').set({ horizon: seq }).where('id', '=', userId).where('horizon', '<', seq),
)

/**
 * Forgets deletions of all users past their retention, oldest first; at most `limit`. Resolves to their
 * number. The horizon of each user rises with them: a client that has not seen them by then has to pull
 * everything.
 */
export async function forgetOldTombstones(tx: Tx, now: number, limit: number): Promise<number> {
  const before = now - tombstoneLifetimeMs
  let forgotten = 0
  for (const { old, drop } of perTable) {
    const tombstones = await old.all(tx, { before, limit: limit - forgotten })
    forgotten += await forget(tx, tombstones, drop.runEach)
  }
  return forgotten
}

async function forget(
  tx: Tx,
  tombstones: readonly Tombstone[],
  drop: (tx: Tx, keys: readonly Key[]) => Promise<number>,
): Promise<number> {
  await drop(
    tx,
    tombstones.map(({ userId, id }) => ({ userId, id })),
  )
  const horizons = new Map<string, number>()
  for (const { userId, seq } of tombstones) horizons.set(userId, Math.max(seq, horizons.get(userId) ?? 0))
  await raiseHorizon.runEach(
    tx,
    [...horizons].map(([userId, seq]) => ({ userId, seq })),
  )
  return tombstones.length
}
