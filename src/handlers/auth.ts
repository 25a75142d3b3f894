import { Type } from '@sinclair/typebox'
import { tradeRefreshToken } from '#db/accounts/refresh-tokens.ts'
import { endSession, listSessions, sessionOf } from '#db/accounts/sessions.ts'
import { userOf } from '#db/accounts/users.ts'
import { transact, transactAccounts } from '#db/engine/transact.ts'
import { Cursor } from '#http/policies/cursor.ts'
import { networkOf } from '#http/request/client-address.ts'
import { noContent, ok, problem } from '#http/response/constructors.ts'
import { pageOf } from '#lib/page.ts'
import { givenPasswordProblem, newPasswordProblem } from '#services/auth/given-password.ts'
import { logIn } from '#services/auth/log-in.ts'
import { refreshTokenHash, successorOf } from '#services/auth/refresh-token.ts'
import { register } from '#services/auth/register.ts'
import { tokensOf } from '#services/auth/sessions.ts'
import { accountDisabled, sessionEnded, tooManyAttempts, wrongCredentials } from './account-problems.ts'
import type { AppHandlers } from './context.ts'
import { invalid, invalidCursor } from './problems.ts'

const sessionCursor = new Cursor('listSessions', Type.Object({ id: Type.String() }))

/** Accounts, sessions and tokens. */
export const auth: Pick<
  AppHandlers,
  'register' | 'login' | 'refresh' | 'logout' | 'validateSession' | 'listSessions' | 'endSession'
> = {
  async register(request) {
    const { body, accounts, client } = request
    if (accounts.registration === 'closed') {
      return problem(
        403,
        'registration_closed',
        'Registration is closed. The operator of this server creates accounts.',
      )
    }
    const fault = newPasswordProblem('/password', body.password, body.email)
    if (fault) return invalid(fault)
    const opened = await register(request, body, client.userAgent)
    if (opened === 'email_taken')
      return problem(409, 'email_taken', 'An account with this email address already exists.')
    return { status: 201, body: await tokensOf(accounts, opened), headers: { Location: '/api/users/me' } }
  },

  async login(request) {
    const { body, accounts, client } = request
    const fault = givenPasswordProblem('/password', body.password)
    if (fault) return invalid(fault)
    const login = await logIn(request, body, {
      network: networkOf(client.address),
      userAgent: client.userAgent,
    })
    switch (login.kind) {
      case 'open':
        return ok(await tokensOf(accounts, login.opened))
      case 'wrong':
        return wrongCredentials()
      case 'disabled':
        return accountDisabled()
      case 'throttled':
        return tooManyAttempts(login)
    }
  },

  async refresh({ body, db, now, accounts, log }) {
    const successor = successorOf(body.refreshToken, accounts.refreshKey)
    const hashes = [refreshTokenHash(body.refreshToken), refreshTokenHash(successor)] as const
    const trade = await transactAccounts(db, (tx) => tradeRefreshToken(tx, ...hashes, now()))
    switch (trade.kind) {
      case 'traded':
        return ok(await tokensOf(accounts, { ...trade, refreshToken: successor }))
      case 'disabled':
        return accountDisabled()
      case 'ended':
        return sessionEnded()
      case 'reused': {
        const { userId, sessionId } = trade
        log.warn({ userId, sessionId }, 'session ended: one of its refresh tokens was used twice')
        return sessionEnded()
      }
    }
  },

  async logout({ principal, db, now }) {
    await transact(db, principal.user.id, (tx) =>
      endSession(tx, principal.user.id, principal.session.id, now()),
    )
    return noContent()
  },

  validateSession({ principal: { user, session } }) {
    return ok({ valid: true, user: userOf(user), session: sessionOf(session, session.id) })
  },

  async listSessions({ query, principal, db, now }) {
    const after = query.cursor === undefined ? undefined : sessionCursor.decode(query, query.cursor)
    if (query.cursor !== undefined && !after) return invalidCursor()
    const page = { limit: query.limit + 1, before: after?.id }
    const { items, last } = pageOf(await listSessions(db, principal.user.id, page, now()), query.limit)
    return ok({
      items: items.map((session) => sessionOf(session, principal.session.id)),
      ...(last && { nextCursor: sessionCursor.encode(query, { id: last.id }) }),
    })
  },

  async endSession({ path, principal, db, now }) {
    const ended = await transact(db, principal.user.id, (tx) =>
      endSession(tx, principal.user.id, path.id, now()),
    )
    return ended ? noContent() : problem(404, 'not_found', 'There is no such session, or it has ended.')
  },
}
