import {
  findSessionAccess,
  lastUsedPrecisionMs,
  type SessionRow,
  touchSession,
} from '#db/accounts/sessions.ts'
import type { Profile } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Db } from '#db/schema/index.ts'
import type { AccessTokens, Verification } from './access-tokens.ts'
import { noteOpenSession } from './seen-users.ts'

/** The owner of an access token, read for this request, or checked by its commit: see `createPresumeOpen`. */
export interface SessionPrincipal {
  readonly kind: 'session'
  readonly user: Profile
  readonly session: SessionRow
}

/** The principal of a request; future kinds will have keys instead of sessions. */
export type Principal = SessionPrincipal

/** The result of authenticating an access token. */
export type AuthenticationResult =
  | Principal
  | { readonly kind: Extract<Verification, string> | 'session_ended' | 'account_disabled' }

/** The dependencies of {@link createAuthenticate}. */
export interface AuthenticateDependencies {
  readonly db: Db
  readonly accessTokens: AccessTokens
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number
  /** Resolves when the user's requests may proceed; `undefined` if there is nothing to wait for. */
  waitForUser(userId: string): Promise<void> | undefined
  /** Called if the use of a session couldn't be recorded; the request continues, since reads work while writes fail. */
  onError(error: unknown): void
}

/**
 * Authenticates access tokens. The signature is verified once per token, but session and account are read
 * on every request, unless the request's commit checks them: a logout, a password change, a deletion, or an operator's
 * `disable` in another process takes effect immediately.
 */
export function createAuthenticate(
  dependencies: AuthenticateDependencies,
): (token: string) => Promise<AuthenticationResult> {
  const { db, accessTokens, now } = dependencies

  const recordUse = async (userId: string, session: SessionRow): Promise<SessionRow> => {
    const lastUsedAt = now()
    if (lastUsedAt - session.lastUsedAt < lastUsedPrecisionMs) return session
    try {
      await transact(db, userId, (tx) => touchSession(tx, userId, session.id, lastUsedAt))
    } catch (error) {
      dependencies.onError(error)
      return session
    }
    return { ...session, lastUsedAt }
  }

  return async (token) => {
    const verified = accessTokens.verify(token)
    const claims = verified instanceof Promise ? await verified : verified
    if (typeof claims === 'string') return { kind: claims }
    const waiting = dependencies.waitForUser(claims.userId)
    if (waiting) await waiting
    const access = await findSessionAccess(db, claims.userId, claims.sessionId, now())
    if (access.kind === 'disabled') return { kind: 'account_disabled' }
    if (access.kind === 'ended') return { kind: 'session_ended' }
    const { user } = access
    const session = await recordUse(user.id, access.session)
    noteOpenSession(db, user, session)
    return { kind: 'session', user, session }
  }
}
