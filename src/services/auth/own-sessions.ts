import * as stored from '#db/accounts/sessions.ts'
import { userOf } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Schemas } from '#generated/types.ts'
import type { PageRequest } from '#lib/page.ts'
import { listPage } from '#services/crud/page.ts'
import type { Done, Listed, Missing } from '#services/crud/results.ts'
import type { AuthDependencies } from './accounts.ts'
import type { SessionPrincipal } from './authenticate.ts'

/** The dependencies of the services for a user's sessions. */
type SessionDependencies = Pick<AuthDependencies, 'db' | 'now'>

/** The calling user and session. */
export function currentSession({ user, session }: SessionPrincipal): Schemas['SessionValidity'] {
  return { valid: true, user: userOf(user), session: stored.sessionOf(session, session.id) }
}

/** One page of a user's sessions, newest first. */
export function listSessions(
  { db, now }: SessionDependencies,
  { user, session: current }: SessionPrincipal,
  page: PageRequest<{ readonly id: string }>,
): Promise<Listed<Schemas['Session'], { readonly id: string }>> {
  return listPage(
    page,
    ({ after, limit }) => stored.listSessions(db, user.id, { limit, before: after?.id }, now()),
    ({ id }) => ({ id }),
    (rows) => rows.map((session) => stored.sessionOf(session, current.id)),
  )
}

/** Ends one of a user's sessions. */
export async function endSession(
  { db, now }: SessionDependencies,
  { user }: SessionPrincipal,
  id: string,
): Promise<Done | Missing<'session'>> {
  const isEnded = await transact(db, user.id, (tx) => stored.endSession(tx, user.id, id, now()))
  return isEnded ? { kind: 'done' } : { kind: 'missing', resource: 'session' }
}
