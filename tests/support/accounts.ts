import { expect } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { createResetLink } from '#services/auth/reset-password.ts'
import type { TestApp } from './app.ts'
import type { TestResponse } from './request.ts'
import { password } from './user.ts'

export type Tokens = Schemas['Tokens']
export type User = Schemas['User']
export type Problem = Schemas['Problem']

/** The email address of the account that tests create by default. */
export const email = 'ada@example.com'

/** Creates an account and returns its first tokens. */
export async function registerUser(
  app: TestApp,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<Tokens> {
  const response = await app.send('POST', '/api/auth/register', { body: { email, password, ...fields } })
  expect(response.status).toBe(201)
  return response.json<Tokens>()
}

/** Logs in, by default with the correct password. */
export function login(
  app: TestApp,
  fields: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<TestResponse> {
  return app.send('POST', '/api/auth/login', { body: { email, password, ...fields }, headers })
}

/** Exchanges a refresh token. */
export function refresh(app: TestApp, refreshToken: string): Promise<TestResponse> {
  return app.send('POST', '/api/auth/refresh', { body: { refreshToken } })
}

/** `GET /api/users/me`: the simplest operation that needs an access token. */
export function getMe(app: TestApp, token: string): Promise<TestResponse> {
  return app.send('GET', '/api/users/me', { token })
}

/** The status and code of a problem, to compare both at once. */
export function problemOf(response: TestResponse): readonly [number, string] {
  return [response.status, response.json<Problem>().code]
}

/** The location and code of the first field problem. */
export function firstFieldProblem(response: TestResponse): string | undefined {
  const fieldProblem = response.json<Problem>().errors?.[0]
  return (
    fieldProblem &&
    `${fieldProblem.pointer ?? fieldProblem.parameter ?? fieldProblem.header} ${fieldProblem.code}`
  )
}

/** The token of a password reset link, as `bun run user reset` prints it. */
export async function createResetToken(app: TestApp, address = email): Promise<string> {
  const link = await createResetLink(app.db, address, 'http://localhost', app.clock.now)
  if (link.kind !== 'created') throw new Error(`no link: ${link.kind}`)
  return link.url.slice(link.url.indexOf('#') + 1)
}
