import { Type } from '@sinclair/typebox'
import { endSession, listSessions, sessionOf } from '#db/accounts/sessions.ts'
import { userOf } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import { Cursor } from '#http/policies/cursor.ts'
import { noContent, ok } from '#http/response/constructors.ts'
import { logIn } from '#services/auth/log-in.ts'
import { refresh } from '#services/auth/refresh.ts'
import { register } from '#services/auth/register.ts'
import { resetPage, resetPagePolicy } from '#services/auth/reset-page.ts'
import { resetPassword } from '#services/auth/reset-password.ts'
import { tokensOf } from '#services/auth/sessions.ts'
import { listPage } from '#services/crud/page.ts'
import { type AppHandlers, originOf } from './context.ts'
import { problemFor } from './problems.ts'
import { respondWithPage } from './respond-with-page.ts'

const sessionCursor = new Cursor('listSessions', Type.Object({ id: Type.String() }))

/** Accounts, sessions and tokens. */
export const auth = {
  async register(request) {
    const result = await register(request, request.body, originOf(request))
    if (result.kind !== 'open') return problemFor(result)
    const body = await tokensOf(request.accounts, result)
    return { status: 201, body, headers: { Location: '/api/users/me' } }
  },

  async login(request) {
    const result = await logIn(request, request.body, originOf(request))
    return result.kind === 'open' ? ok(await tokensOf(request.accounts, result)) : problemFor(result)
  },

  async refresh(request) {
    const { body, accounts, log } = request
    const result = await refresh(request, body.refreshToken, originOf(request))
    if (result.kind === 'open') return ok(await tokensOf(accounts, result))
    if (result.kind !== 'reused') return problemFor(result)
    const { userId, sessionId } = result
    log.warn({ userId, sessionId }, 'session ended: one of its refresh tokens was used twice')
    return problemFor({ kind: 'session_ended' })
  },

  async resetPassword(request) {
    const result = await resetPassword(request, request.body, originOf(request))
    return result.kind === 'done' ? noContent() : problemFor(result)
  },

  getResetPage: () => ({
    status: 200,
    body: resetPage,
    mediaType: 'text/html',
    headers: { 'Content-Security-Policy': resetPagePolicy, 'Referrer-Policy': 'no-referrer' },
  }),

  async logout({ principal: { user, session }, db, now }) {
    await transact(db, user.id, (tx) => endSession(tx, user.id, session.id, now()))
    return noContent()
  },

  validateSession({ principal: { user, session } }) {
    return ok({ valid: true, user: userOf(user), session: sessionOf(session, session.id) })
  },

  listSessions: ({ query, principal: { user, session: current }, db, now }) =>
    respondWithPage(sessionCursor, query, (page) =>
      listPage(
        page,
        ({ after, limit }) => listSessions(db, user.id, { limit, before: after?.id }, now()),
        ({ id }) => ({ id }),
        (rows) => rows.map((session) => sessionOf(session, current.id)),
      ),
    ),

  async endSession({ path, principal: { user }, db, now }) {
    const ended = await transact(db, user.id, (tx) => endSession(tx, user.id, path.id, now()))
    return ended ? noContent() : problemFor({ kind: 'missing', resource: 'session' })
  },
} satisfies Partial<AppHandlers>
