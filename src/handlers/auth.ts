import { Type } from '@sinclair/typebox'
import { Cursor } from '#http/policies/cursor.ts'
import { noContent, ok } from '#http/response/constructors.ts'
import { logIn } from '#services/auth/log-in.ts'
import { currentSession, endSession, listSessions } from '#services/auth/own-sessions.ts'
import { refresh } from '#services/auth/refresh.ts'
import { register } from '#services/auth/register.ts'
import { resetPage, resetPagePolicy } from '#services/auth/reset-page.ts'
import { resetPassword } from '#services/auth/reset-password.ts'
import { tokensOf } from '#services/auth/sessions.ts'
import { type AppHandlers, originOf } from './context.ts'
import { problemFor } from './problems.ts'
import { respondWithPage } from './respond-with-page.ts'

const sessionCursor = new Cursor('listSessions', Type.Object({ id: Type.String() }))

/** The handlers of the Auth tag. */
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

  async logout(request) {
    const { principal } = request
    await endSession(request, principal, principal.session.id)
    return noContent()
  },

  validateSession: ({ principal }) => ok(currentSession(principal)),

  listSessions(request) {
    const { query, principal } = request
    return respondWithPage(sessionCursor, query, (page) => listSessions(request, principal, page))
  },

  async endSession(request) {
    const { path, principal } = request
    const result = await endSession(request, principal, path.id)
    return result.kind === 'done' ? noContent() : problemFor(result)
  },
} satisfies Partial<AppHandlers>
