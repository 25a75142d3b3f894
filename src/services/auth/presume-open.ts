import { lastUsedPrecisionMs } from '#db/accounts/sessions.ts'
import type { PresumedSession } from '#db/engine/presumed-session.ts'
import { mayPresume, presumingDatabaseOf } from '#db/engine/presuming-database.ts'
import { onUsersChanged } from '#db/engine/process/changed-users.ts'
import type { Db } from '#db/schema/index.ts'
import type { AuthenticateDependencies, SessionPrincipal } from './authenticate.ts'
import { noteChangedUser, seenUsersOf } from './seen-users.ts'

/** The presumption that a session is still open and its user unchanged, for one attempt to process a request. */
export interface OpenPresumption {
  readonly principal: SessionPrincipal
  /** The database to use in the attempt: it saves nothing unless the presumption is true. */
  readonly db: Db
  /**
   * Call it once, after the attempt: true if a commit has confirmed the presumption, or may have, so that the attempt's
   * outcome counts. Otherwise it has saved nothing, and must not be disclosed.
   */
  conclude(): boolean
}

/**
 * Presumes that the session of a token is still open, if the node has seen it open and hasn't changed the user since. A
 * request that saves something then takes one round trip to the database server less, because its commit checks the
 * session. If the session ends while the commit is under way, the request may still be saved, just as if it had been
 * authenticated first. Undefined if the engine checks sessions without a round trip.
 */
export function createPresumeOpen({
  db,
  accessTokens,
  now,
  waitForUser,
}: Omit<AuthenticateDependencies, 'onError'>): ((token: string) => OpenPresumption | undefined) | undefined {
  const presumingDb = presumingDatabaseOf(db)
  if (!presumingDb) return undefined
  const seenUsers = seenUsersOf(db)
  onUsersChanged(db, (users) => {
    for (const [userId, seq] of users) noteChangedUser(db, userId, seq)
  })
  return (token) => {
    const claims = accessTokens.verified(token)
    if (!claims || waitForUser(claims.userId)) return undefined
    const seen = seenUsers.get(claims.userId)
    const session = seen?.sessions.get(claims.sessionId)
    const time = now()
    // If it is time to record that the session is used, authentication must do that.
    if (!seen || !session || time - session.lastUsedAt >= lastUsedPrecisionMs) return undefined
    if (!mayPresume(db, claims.userId)) return undefined
    const { user: seenUser } = seen
    const presumedSession: PresumedSession = {
      id: session.id,
      revision: seenUser.revision,
      now: time,
      state: 'unchecked',
    }
    const user = { ...seenUser, presumedSession }
    return {
      principal: { kind: 'session', user, session },
      db: presumingDb,
      conclude() {
        if (presumedSession.state !== 'unchecked') return true
        seenUsers.delete(user.id)
        return false
      },
    }
  }
}
