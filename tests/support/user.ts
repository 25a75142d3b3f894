import createClient, { type Client } from 'openapi-fetch'
import type { paths, Schemas } from '#generated/types.ts'
import type { TestApp } from './app.ts'
import type { RequestParts, TestResponse } from './request.ts'

type Tokens = Schemas['Tokens']

/** A valid password. */
export const password = 'gravel teapot eleven moons'

/** A user with an account and a session. */
export interface TestUser {
  readonly id: string
  readonly email: string
  readonly tokens: Tokens
  /** The access token. */
  readonly token: string
  /** The typed client, with the token. */
  readonly client: Client<paths>
  /** Sends one request with the token. */
  send(method: string, path: string, parts?: RequestParts): Promise<TestResponse>
}

let createdUsers = 0

/** Creates an account through the API. */
export async function register(
  app: TestApp,
  fields: Partial<Schemas['Registration']> = {},
): Promise<TestUser> {
  const email = fields.email ?? `user-${++createdUsers}@example.com`
  const response = await app.send('POST', '/api/auth/register', { body: { password, ...fields, email } })
  if (response.status !== 201) throw new Error(`register: status ${response.status}: ${response.text}`)
  return userWith(app, response.json<Tokens>())
}

/** The user to whom these tokens were issued. */
export function userWith(app: TestApp, tokens: Tokens): TestUser {
  const { accessToken: token, user } = tokens
  const headers = { Authorization: `Bearer ${token}` }
  return {
    id: user.id,
    email: user.email,
    tokens,
    token,
    client: createClient<paths>({ baseUrl: 'http://localhost', fetch: app.fetch, headers }),
    send: (method, path, parts) => app.send(method, path, { token, ...parts }),
  }
}
