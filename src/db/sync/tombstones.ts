import { prepare } from '../engine/prepare.ts'
import type { Tx } from '../schema/index.ts'
import { revisionLifetimeMs } from '../workouts/revisions.ts'

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

const oldWorkouts = prepare((db, p: Age) =>
  db
    .selectFrom('workouts')
    .select(['userId', 'id', 'seq'])
    .where('deletedAt', 'is not', null)
    .where('deletedAt', '<', p.before)
    .orderBy('deletedAt')
    .limit(p.limit),
)
const oldMeasurements = prepare((db, p: Age) =>
  db
    .selectFrom('measurements')
    .select(['userId', 'id', 'seq'])
    .where('deletedAt', 'is not', null)
    .where('deletedAt', '<', p.before)
    .orderBy('deletedAt')
    .limit(p.limit),
)

type Key = Pick<Tombstone, 'userId' | 'id'>

const dropWorkout = prepare((db, { userId, id }: Key) =>
  db.deleteFrom('workouts').where('userId', '=', userId).where('id', '=', id),
)
const dropMeasurement = prepare((db, { userId, id }: Key) =>
  db.deleteFrom('measurements').where('userId', '=', userId).where('id', '=', id),
)

const raiseHorizon = prepare((db, { userId, seq }: Pick<Tombstone, 'userId' | 'seq'>) =>
  db.updateTable('users').set({ horizon: seq }).where('id', '=', userId).where('horizon', '<', seq),
)

/**
 * Forgets deletions of all users past their retention, oldest first; at most `limit`. Resolves to their
 * number. The horizon of each user rises with them: a client that has not seen them by then has to pull
 * everything. Deleted exercises stay, as workouts refer to them.
 */
export async function forgetOldTombstones(tx: Tx, now: number, limit: number): Promise<number> {
  const age: Age = { before: now - tombstoneLifetimeMs, limit }
  const workouts = await forget(tx, await oldWorkouts.all(tx, age), dropWorkout.runEach)
  const left: Age = { ...age, limit: limit - workouts }
  return workouts + (await forget(tx, await oldMeasurements.all(tx, left), dropMeasurement.runEach))
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
