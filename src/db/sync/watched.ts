import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import { readTogether } from '../engine/read-together.ts'
import type { Reader } from '../schema/index.ts'

/** The state of a user that event streams need. */
export interface WatchedUser {
  /** The number of the user's last change. */
  readonly seq: number
  /** The ids of the sessions that have neither ended nor expired. */
  readonly sessions: ReadonlySet<string>
}

const selectUser = prepare((db, { userId }: { readonly userId: string }) =>
  db.selectFrom('users').select('seq').where('id', '=', userId).where('disabledAt', 'is', null),
)

const selectSessions = prepare((db, p: { readonly userId: string; readonly now: number }) =>
  db
    .selectFrom('sessions')
    .select('id')
    .where('userId', '=', p.userId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', p.now),
)

/** The state of a user; `undefined` if the account is deleted or disabled. */
export async function findWatchedUser(
  db: Reader,
  userId: string,
  now: number,
): Promise<WatchedUser | undefined> {
  const [user, sessions] = await readTogether(db, () => [
    selectUser.first(db, { userId }),
    selectSessions.all(db, { userId, now }),
  ])
  return user && { seq: user.seq, sessions: new Set(sessions.map(({ id }) => id)) }
}

const selectSeqs = prepare((db, { userIds }: { readonly userIds: Json<string[]> }) =>
  db.selectFrom('users').select(['id', 'seq']).where('id', 'in', itemsOf(userIds)),
)

/** The number of each user's last change. */
export async function listSeqs(db: Reader, userIds: Iterable<string>): Promise<Map<string, number>> {
  const rows = await selectSeqs.all(db, { userIds: listParameter(userIds) })
  return new Map(rows.map(({ id, seq }) => [id, seq]))
}
