import { expect } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { createResetLink } from '#services/auth/reset-password.ts'
import type { TestApp } from './app.ts'
import type { Received } from './request.ts'
import { password } from './user.ts'

export type Tokens = Schemas['Tokens']
export type User = Schemas['User']
export type Problem = Schemas['Problem']

/** The address of the account that tests of accounts create. */
export const email = 'ada@example.com'

/** Creates an account and returns its first tokens. */
export async function registerUser(
  app: TestApp,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<Tokens> {
  const answer = await app.send('POST', '/api/auth/register', { body: { email, password, ...fields } })
  expect(answer.status).toBe(201)
  return answer.json<Tokens>()
}

/** Logs in, with the right password unless told otherwise. */
export function login(
  app: TestApp,
  fields: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Received> {
  return app.send('POST', '/api/auth/login', { body: { email, password, ...fields }, headers })
}

/** Exchanges a refresh token. */
export function refresh(app: TestApp, refreshToken: string): Promise<Received> {
  return app.send('POST', '/api/auth/refresh', { body: { refreshToken } })
}

/** `GET /api/users/me`: the simplest thing that needs an access token. */
export function me(app: TestApp, token: string): Promise<Received> {
  return app.send('GET', '/api/users/me', { token })
}

/** The status and code of a problem, to compare both at once. */
export function problemOf(answer: Received): readonly [number, string] {
  return [answer.status, answer.json<Problem>().code]
}

/** The place and code of the first field problem. */
export function faultOf(answer: Received): string | undefined {
  const fault = answer.json<Problem>().errors?.[0]
  return fault && `${fault.pointer ?? fault.parameter ?? fault.header} ${fault.code}`
}

/** The token of a link that sets a new password, as `bun run user reset` makes it. */
export async function makeResetToken(app: TestApp, of = email): Promise<string> {
  const link = await createResetLink(app.db, of, 'http://localhost', app.clock.now)
  if (link.kind !== 'created') throw new Error(`no link: ${link.kind}`)
  return link.url.slice(link.url.indexOf('#') + 1)
}
