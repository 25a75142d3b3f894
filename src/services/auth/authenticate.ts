import {
  findSessionAccess,
  lastUsedPrecisionMs,
  type SessionRow,
  touchSession,
} from '#db/accounts/sessions.ts'
import type { Profile } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Db } from '#db/schema/index.ts'
import type { Authentication } from '#http/binder-deps.ts'
import type { AccessTokens } from './access-tokens.ts'

/** The owner of the request's token, read from the database for this request. */
export interface Principal {
  readonly user: Profile
  readonly session: SessionRow
}

/** What authentication needs. */
export interface AuthenticateDeps {
  readonly db: Db
  readonly accessTokens: AccessTokens
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number
  /** What the user's requests have to wait for, if anything. */
  holdOn(userId: string): Promise<void> | undefined
  /** Called when the use of a session couldn't be recorded: reads go on even while nothing can be written. */
  onError(error: unknown): void
}

/**
 * Authenticates access tokens. The signature is verified once per token, but session and account are read on
 * every request, so that a logout, a password change, a deletion, or an operator's `disable` in another
 * process takes effect at once.
 */
export function createAuthenticate(
  deps: AuthenticateDeps,
): (token: string) => Promise<Authentication<Principal>> {
  const { db, accessTokens, now } = deps

  const used = async (userId: string, session: SessionRow): Promise<SessionRow> => {
    const lastUsedAt = now()
    if (lastUsedAt - session.lastUsedAt < lastUsedPrecisionMs) return session
    try {
      await transact(db, userId, (tx) => touchSession(tx, userId, session.id, lastUsedAt))
    } catch (error) {
      deps.onError(error)
      return session
    }
    return { ...session, lastUsedAt }
  }

  return async (token) => {
    const verified = accessTokens.verify(token)
    const claims = verified instanceof Promise ? await verified : verified
    if (typeof claims === 'string') return { failure: claims }
    const hold = deps.holdOn(claims.userId)
    if (hold) await hold
    const access = await findSessionAccess(db, claims.userId, claims.sessionId, now())
    if (access.kind === 'disabled') return { failure: 'account_disabled' }
    if (access.kind === 'ended') return { failure: 'session_ended' }
    return { principal: { user: access.user, session: await used(access.user.id, access.session) } }
  }
}
