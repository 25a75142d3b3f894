import { dayMs } from '#training/day-ms.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader, Tx } from '../schema/index.ts'

/** The number of networks to remember per account: home, work, the gym, and a phone on the move. */
export const maxKnownNetworks = 20

/** The precision of `lastSeenAt`, in milliseconds, so that most refreshes write nothing. */
const lastSeenPrecisionMs = dayMs

const selectOne = prepare((db, p: { userId: string; networkHash: Uint8Array }) =>
  db
    .selectFrom('knownNetworks')
    .select('lastSeenAt')
    .where('userId', '=', p.userId)
    .where('networkHash', '=', p.networkHash),
)

/** Whether an account has been used from a network before. */
export async function isKnownNetwork(db: Reader, userId: string, networkHash: Uint8Array): Promise<boolean> {
  return (await selectOne.first(db, { userId, networkHash })) !== undefined
}

const upsertOne = prepare((db, p: { userId: string; networkHash: Uint8Array; lastSeenAt: number }) =>
  db
    .insertInto('knownNetworks')
    .values(p)
    .onConflict((conflict) =>
      conflict.columns(['userId', 'networkHash']).doUpdateSet({ lastSeenAt: p.lastSeenAt }),
    ),
)

const deleteOldest = prepare((db, p: { userId: string; limit: number }) =>
  db
    .deleteFrom('knownNetworks')
    .where('userId', '=', p.userId)
    .where('networkHash', 'not in', (eb) =>
      eb
        .selectFrom('knownNetworks')
        .select('networkHash')
        .where('userId', '=', p.userId)
        .orderBy('lastSeenAt', 'desc')
        .limit(p.limit),
    ),
)

/** Records that an account was used from a network. Beyond the limit, the least recently used are deleted. */
export async function recordNetwork(
  tx: Tx,
  userId: string,
  networkHash: Uint8Array,
  now: number,
): Promise<void> {
  const previous = await selectOne.first(tx, { userId, networkHash })
  if (previous && now - previous.lastSeenAt < lastSeenPrecisionMs) return
  await upsertOne.run(tx, { userId, networkHash, lastSeenAt: now })
  if (!previous) await deleteOldest.run(tx, { userId, limit: maxKnownNetworks })
}
