import type { Selectable } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import { prepare } from '../engine/prepare.ts'
import { noteChange } from '../engine/process/changed-users.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { SessionsTable } from '../schema/users.ts'
import { instant } from '../values/instant.ts'
import { type Profile, profileColumns } from './users.ts'

type Session = Schemas['Session']

/** A session that has not ended, as stored: `sessionOf` converts it to the contract's `Session`. */
export type SessionRow = Omit<Selectable<SessionsTable>, 'userId' | 'endedAt'>

/** A session expires if it isn't refreshed for this long, in milliseconds. */
export const sessionIdleMs = 60 * dayMs
/** A session expires after this long, even if it is refreshed, in milliseconds. */
const maxSessionMs = 365 * dayMs
/** The precision of `lastUsedAt`, in milliseconds, so that most requests write nothing. */
export const lastUsedPrecisionMs = 60 * 1000
/** How long ended sessions are retained, in milliseconds. */
const retentionMs = 30 * dayMs

const columns = ['id', 'device', 'userAgent', 'createdAt', 'lastUsedAt', 'expiresAt'] as const

/** The expiry time of a session that was created and last used at these times. */
function sessionExpiry(createdAt: number, now: number): number {
  return Math.min(now + sessionIdleMs, createdAt + maxSessionMs)
}

/** A session in the contract's shape; `currentId` is the id of the calling session. */
export function sessionOf(row: SessionRow, currentId: string): Session {
  return {
    id: row.id,
    current: row.id === currentId,
    ...(row.device !== null && { device: row.device }),
    ...(row.userAgent !== null && { userAgent: row.userAgent }),
    createdAt: instant(row.createdAt),
    lastUsedAt: instant(row.lastUsedAt),
    expiresAt: instant(row.expiresAt),
  }
}

const insertOne = prepare((db, p: SessionRow & { userId: string }) => db.insertInto('sessions').values(p))

const deleteLongEnded = prepare((db, p: { userId: string; before: number }) =>
  db
    .deleteFrom('sessions')
    .where('userId', '=', p.userId)
    .where((where) => where.or([where('endedAt', '<', p.before), where('expiresAt', '<', p.before)])),
)

/** Inserts a session, and deletes the user's sessions that ended long ago. */
export async function insertSession(
  tx: Tx,
  userId: string,
  { device, userAgent }: Pick<SessionRow, 'device' | 'userAgent'>,
  now: number,
): Promise<SessionRow> {
  await deleteLongEnded.run(tx, { userId, before: now - retentionMs })
  const session: SessionRow = {
    // An id that sorts by time, because the list is ordered by id.
    id: Bun.randomUUIDv7('hex', now),
    device,
    userAgent,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: sessionExpiry(now, now),
  }
  await insertOne.run(tx, { ...session, userId })
  return session
}

const deleteLongExpired = prepare((db, p: { before: number; limit: number }) =>
  db
    .deleteFrom('sessions')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('userId', 'id'),
        'in',
        selectFrom('sessions')
          .select(['userId', 'id'])
          .where('expiresAt', '<', p.before)
          .orderBy('expiresAt')
          .limit(p.limit)
          .$asTuple('userId', 'id'),
      ),
    ),
)

/**
 * Deletes up to `limit` sessions of all users that expired long ago, with their tokens, and resolves to
 * their number. Sessions that were ended early are judged by their original expiry time, too.
 */
export function deleteExpiredSessions(tx: Tx, now: number, limit: number): Promise<number> {
  return deleteLongExpired.run(tx, { before: now - retentionMs, limit })
}

const selectWithUser = prepare((db, p: { userId: string; sessionId: string; now: number }) =>
  db
    .selectFrom('users')
    .leftJoin('sessions', (join) =>
      join
        .onRef('sessions.userId', '=', 'users.id')
        .on('sessions.id', '=', p.sessionId)
        .on('sessions.endedAt', 'is', null)
        .on('sessions.expiresAt', '>', p.now),
    )
    .select(profileColumns.map((column) => `users.${column}` as const))
    .select([
      'users.disabledAt',
      'sessions.id as sessionId',
      'sessions.device',
      'sessions.userAgent',
      'sessions.createdAt as sessionCreatedAt',
      'sessions.lastUsedAt',
      'sessions.expiresAt',
    ])
    .where('users.id', '=', p.userId),
)

/** Whether a session may be used, and by whom. */
export type SessionAccess =
  | { readonly kind: 'open'; readonly user: Profile; readonly session: SessionRow }
  /** The operator has disabled the account, whatever the state of the session. */
  | { readonly kind: 'disabled' }
  /** There is no such session, or it has ended. */
  | { readonly kind: 'ended' }

/** A session with its user in one query, as needed for each request. */
export async function findSessionAccess(
  db: Reader,
  userId: string,
  sessionId: string,
  now: number,
): Promise<SessionAccess> {
  const row = await selectWithUser.first(db, { userId, sessionId, now })
  if (!row) return { kind: 'ended' }
  const {
    disabledAt,
    sessionId: id,
    device,
    userAgent,
    sessionCreatedAt,
    lastUsedAt,
    expiresAt,
    ...user
  } = row
  if (disabledAt !== null) return { kind: 'disabled' }
  if (id === null || sessionCreatedAt === null || lastUsedAt === null || expiresAt === null)
    return { kind: 'ended' }
  const session = { id, device, userAgent, createdAt: sessionCreatedAt, lastUsedAt, expiresAt }
  return { kind: 'open', user, session }
}

const setLastUsed = prepare((db, p: { userId: string; id: string; now: number }) =>
  db.updateTable('sessions').set({ lastUsedAt: p.now }).where('userId', '=', p.userId).where('id', '=', p.id),
)

/** Records that a session was used. */
export async function touchSession(tx: Tx, userId: string, id: string, now: number): Promise<void> {
  await setLastUsed.run(tx, { userId, id, now })
}

const setExpiry = prepare((db, p: { userId: string; id: string; now: number; expiresAt: number }) =>
  db
    .updateTable('sessions')
    .set({ lastUsedAt: p.now, expiresAt: p.expiresAt })
    .where('userId', '=', p.userId)
    .where('id', '=', p.id),
)

/** Extends a session on a refresh; returns its new state. */
export async function extendSession(
  tx: Tx,
  userId: string,
  session: SessionRow,
  now: number,
): Promise<SessionRow> {
  const expiresAt = sessionExpiry(session.createdAt, now)
  await setExpiry.run(tx, { userId, id: session.id, now, expiresAt })
  return { ...session, lastUsedAt: now, expiresAt }
}

const selectPage = prepare(
  (db, p: { userId: string; now: number; limit: number; before?: string | undefined }) => {
    const query = db
      .selectFrom('sessions')
      .select(columns)
      .where('userId', '=', p.userId)
      .where('endedAt', 'is', null)
      .where('expiresAt', '>', p.now)
      .orderBy('id', 'desc')
      .limit(p.limit)
    return p.before === undefined ? query : query.where('id', '<', p.before)
  },
)

/** Sessions that have not ended, newest first. With `before`, only those older than that session. */
export function listSessions(
  db: Reader,
  userId: string,
  page: { readonly limit: number; readonly before: string | undefined },
  now: number,
): Promise<SessionRow[]> {
  return selectPage.all(db, { userId, now, ...page })
}

const setEnded = prepare((db, p: { userId: string; now: number; id?: string }) => {
  const query = db
    .updateTable('sessions')
    .set({ endedAt: p.now })
    .where('userId', '=', p.userId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', p.now)
  return p.id === undefined ? query : query.where('id', '=', p.id)
})

const deleteTokens = prepare((db, p: { userId: string; sessionId?: string }) => {
  const query = db.deleteFrom('refreshTokens').where('userId', '=', p.userId)
  return p.sessionId === undefined ? query : query.where('sessionId', '=', p.sessionId)
})

/** Ends a session and all of its tokens; `false` if there is none or it has already ended. */
export async function endSession(tx: Tx, userId: string, id: string, now: number): Promise<boolean> {
  const ended = await setEnded.run(tx, { userId, id, now })
  noteChange(tx, userId)
  await deleteTokens.run(tx, { userId, sessionId: id })
  return ended === 1
}

/** Ends all sessions of a user and all of their tokens; returns the number of sessions. */
export async function endAllSessions(tx: Tx, userId: string, now: number): Promise<number> {
  const ended = await setEnded.run(tx, { userId, now })
  noteChange(tx, userId)
  await deleteTokens.run(tx, { userId })
  return ended
}
