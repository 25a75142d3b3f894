import { prepare } from '../engine/prepare.ts'
import type { Db, Tx } from '../schema/index.ts'
import { endSession, extendSession, findSessionAccess, type SessionRow } from './sessions.ts'
import type { Profile } from './users.ts'

/**
 * How long after its first use a token yields the same successor again, in milliseconds, because a response may
 * get lost.
 */
export const refreshGraceMs = 30 * 1000

const insertOne = prepare(
  (
    db,
    p: { tokenHash: Uint8Array; userId: string; sessionId: string; createdAt: number; expiresAt: number },
  ) => db.insertInto('refreshTokens').values(p),
)

/** Inserts a refresh token that expires with the session. */
export async function insertRefreshToken(
  tx: Tx,
  userId: string,
  session: SessionRow,
  tokenHash: Uint8Array,
  now: number,
): Promise<void> {
  const { id: sessionId, expiresAt } = session
  await insertOne.run(tx, { tokenHash, userId, sessionId, createdAt: now, expiresAt })
}

/** Identifies a refresh token by its user and its hash. */
interface TokenKey {
  readonly userId: string
  readonly tokenHash: Uint8Array
}

const selectOne = prepare((db, p: TokenKey) =>
  db
    .selectFrom('refreshTokens')
    .select(['userId', 'sessionId', 'expiresAt', 'usedAt'])
    .where('userId', '=', p.userId)
    .where('tokenHash', '=', p.tokenHash),
)

const selectOwner = prepare((db, p: Pick<TokenKey, 'tokenHash'>) =>
  db.selectFrom('refreshTokens').select('userId').where('tokenHash', '=', p.tokenHash),
)

const setUsed = prepare((db, p: TokenKey & { now: number }) =>
  db
    .updateTable('refreshTokens')
    .set({ usedAt: p.now })
    .where('userId', '=', p.userId)
    .where('tokenHash', '=', p.tokenHash),
)

const deleteExpired = prepare((db, p: { userId: string; sessionId: string; now: number }) =>
  db
    .deleteFrom('refreshTokens')
    .where('userId', '=', p.userId)
    .where('sessionId', '=', p.sessionId)
    .where('expiresAt', '<=', p.now),
)

/**
 * The id of a token's user, whether it was used or not; undefined for an unknown token. `userId` is the
 * user named in the token; tokens of earlier releases don't name one, so they are looked up among all
 * users' tokens.
 */
export async function findTokenOwner(
  db: Db,
  userId: string,
  tokenHash: Uint8Array,
): Promise<string | undefined> {
  const token =
    (await selectOne.first(db, { userId, tokenHash })) ?? (await selectOwner.first(db, { tokenHash }))
  return token?.userId
}

/** The result of presenting a refresh token. */
export type RefreshRotation =
  /** The successor is valid, created now or a moment ago. */
  | { readonly kind: 'rotated'; readonly user: Profile; readonly session: SessionRow }
  /** The token is unknown or has expired, or its session has ended. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'disabled' }
  /** The token was used before, so a thief may have a copy: the session has been ended. */
  | { readonly kind: 'reused'; readonly userId: string; readonly sessionId: string }

/**
 * Exchanges a refresh token for its successor, both identified by their hashes. Within the grace period, it can be
 * exchanged again for the same successor, unless the successor has been used. Used tokens are stored until they
 * expire, so that reuse is detected.
 */
export async function rotateRefreshToken(
  tx: Tx,
  key: TokenKey,
  successorHash: Uint8Array,
  now: number,
): Promise<RefreshRotation> {
  const token = await selectOne.first(tx, key)
  if (!token || token.expiresAt <= now) return { kind: 'ended' }
  const { userId, sessionId, usedAt } = token
  const access = await findSessionAccess(tx, userId, sessionId, now)
  if (access.kind !== 'open') return access
  const { user, session } = access

  if (usedAt !== null) {
    const successor = await selectOne.first(tx, { userId, tokenHash: successorHash })
    const isRepeat = now - usedAt <= refreshGraceMs && successor?.usedAt === null
    if (isRepeat) return { kind: 'rotated', user, session }
    await endSession(tx, userId, sessionId, now)
    return { kind: 'reused', userId, sessionId }
  }

  await setUsed.run(tx, { ...key, now })
  await deleteExpired.run(tx, { userId, sessionId, now })
  const extended = await extendSession(tx, userId, session, now)
  await insertRefreshToken(tx, userId, extended, successorHash, now)
  return { kind: 'rotated', user, session: extended }
}
