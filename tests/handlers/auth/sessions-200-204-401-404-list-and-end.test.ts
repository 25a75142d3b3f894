import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import {
  firstFieldProblem,
  getMe,
  login,
  problemOf,
  refresh,
  registerUser,
  type Tokens,
} from '#tests/support/accounts.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'

type SessionList = Schemas['SessionList']
type SessionValidity = Schemas['SessionValidity']

const minute = 60 * 1000
const path = '/api/auth/sessions'

async function list(app: TestApp, token: string, query = ''): Promise<SessionList> {
  const response = await app.send('GET', `${path}${query}`, { token })
  expect(response.status).toBe(200)
  return response.json<SessionList>()
}

async function validate(app: TestApp, token: string): Promise<SessionValidity> {
  const response = await app.send('GET', '/api/auth/validate', { token })
  expect(response.status).toBe(200)
  return response.json<SessionValidity>()
}

test('validate, 200 with the user and the session', async () => {
  const app = await testApp()
  const headers = { 'user-agent': 'Replog/1.0 (phone)' }
  const { user } = await registerUser(app)
  const { accessToken } = (await login(app, { device: "Ada's phone" }, headers)).json<Tokens>()
  const time = new Date(app.clock.now).toISOString()
  expect(await validate(app, accessToken)).toEqual({
    valid: true,
    user,
    session: {
      id: expect.any(String),
      current: true,
      device: "Ada's phone",
      userAgent: 'Replog/1.0 (phone)',
      createdAt: time,
      lastUsedAt: time,
      expiresAt: new Date(app.clock.now + 60 * 24 * 60 * minute).toISOString(),
    },
  })
})

test('validate, 200 with at most 500 characters of User-Agent, and without device or userAgent if they were not sent', async () => {
  const app = await testApp()
  await registerUser(app)
  const withLongUserAgent = (await login(app, {}, { 'user-agent': 'x'.repeat(600) })).json<Tokens>()
  expect((await validate(app, withLongUserAgent.accessToken)).session.userAgent).toBe('x'.repeat(500))
  const withoutUserAgent = (await login(app)).json<Tokens>()
  expect((await validate(app, withoutUserAgent.accessToken)).session).not.toHaveProperty('userAgent')
  expect((await validate(app, withoutUserAgent.accessToken)).session).not.toHaveProperty('device')
})

test('lastUsedAt is precise to the minute, so that most requests write nothing', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const start = app.clock.now
  const lastUsed = async () => Date.parse((await validate(app, accessToken)).session.lastUsedAt) - start
  app.clock.now = start + minute - 1
  expect(await lastUsed()).toBe(0)
  app.clock.now = start + minute
  expect(await lastUsed()).toBe(minute)
  app.clock.now = start + 2 * minute - 1
  expect(await lastUsed()).toBe(minute)
  expect((await list(app, accessToken)).items[0]?.lastUsedAt).toBe(new Date(start + minute).toISOString())
})

test('list, 200 with the open sessions, newest first, and which one is current', async () => {
  const app = await testApp()
  await registerUser(app, { device: 'first' })
  const tokens: Tokens[] = []
  for (const device of ['second', 'third', 'fourth']) {
    app.clock.now += 1000
    tokens.push((await login(app, { device })).json<Tokens>())
  }
  const [second, third] = tokens
  await app.send('POST', '/api/auth/logout', { token: third?.accessToken ?? '' })
  const { items, nextCursor } = await list(app, second?.accessToken ?? '')
  expect(items.map(({ device, current }) => [device, current])).toEqual([
    ['fourth', false],
    ['second', true],
    ['first', false],
  ])
  expect(nextCursor).toBeUndefined()
})

test('list, 200 with sessions of the same millisecond in the reverse order of their creation', async () => {
  const app = await testApp()
  await registerUser(app, { device: 'a' })
  for (const device of ['b', 'c', 'd']) await login(app, { device })
  const { accessToken } = (await login(app, { device: 'e' })).json<Tokens>()
  const { items } = await list(app, accessToken)
  expect(items.map(({ device }) => device)).toEqual(['e', 'd', 'c', 'b', 'a'])
})

test('list, 200 with every session once over all pages', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  for (let n = 0; n < 4; n++) await login(app)
  const sessions = (await list(app, accessToken)).items
  const paged = []
  let query = '?limit=2'
  for (let page = 0; page < 3; page++) {
    const response = await app.send('GET', path + query, { token: accessToken })
    const { items, nextCursor } = response.json<SessionList>()
    paged.push(...items)
    expect(items).toHaveLength(page < 2 ? 2 : 1)
    expect(nextCursor === undefined).toBe(page === 2)
    expect(response.headers.get('link')).toBe(
      nextCursor === undefined ? null : `<${path}?limit=2&cursor=${nextCursor}>; rel="next"`,
    )
    query = `?limit=2&cursor=${nextCursor}`
  }
  expect(paged).toEqual(sessions)
})

test('list, 422 for a cursor from a different list', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const cursor = Buffer.from('["another list",{"id":"0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01"}]').toString(
    'base64url',
  )
  const response = await app.send('GET', `${path}?cursor=${cursor}`, { token: accessToken })
  expect(firstFieldProblem(response)).toBe('cursor invalid_cursor')
})

test('list, 200 without expired sessions', async () => {
  const app = await testApp()
  await registerUser(app, { device: 'old' })
  app.clock.now += 60 * 24 * 60 * minute
  const { accessToken } = (await login(app, { device: 'new' })).json<Tokens>()
  expect((await list(app, accessToken)).items.map(({ device }) => device)).toEqual(['new'])
})

test('logout, 204: only the access and refresh tokens of this session become invalid, immediately', async () => {
  const app = await testApp()
  const first = await registerUser(app)
  const second = (await login(app)).json<Tokens>()
  expect((await getMe(app, first.accessToken)).status).toBe(200)
  const response = await app.send('POST', '/api/auth/logout', { token: first.accessToken })
  expect([response.status, response.text]).toEqual([204, ''])
  const after = await getMe(app, first.accessToken)
  expect(problemOf(after)).toEqual([401, 'session_ended'])
  expect(after.headers.get('www-authenticate')).toStartWith('Bearer realm="replog", error="invalid_token"')
  expect(problemOf(await refresh(app, first.refreshToken))).toEqual([401, 'session_ended'])
  expect((await getMe(app, second.accessToken)).status).toBe(200)
  expect(await app.db.selectFrom('refreshTokens').select('tokenHash').execute()).toHaveLength(1)
})

test('logout, 401 the second time', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  await app.send('POST', '/api/auth/logout', { token: accessToken })
  const second = await app.send('POST', '/api/auth/logout', { token: accessToken })
  expect(problemOf(second)).toEqual([401, 'session_ended'])
})

test('end, 204: another session of the account ends immediately, and 404 the second time', async () => {
  const app = await testApp()
  const other = await registerUser(app)
  const { accessToken } = (await login(app)).json<Tokens>()
  const { id } = (await validate(app, other.accessToken)).session
  const response = await app.send('DELETE', `${path}/${id}`, { token: accessToken })
  expect(response.status).toBe(204)
  expect(problemOf(await getMe(app, other.accessToken))).toEqual([401, 'session_ended'])
  expect(problemOf(await refresh(app, other.refreshToken))).toEqual([401, 'session_ended'])
  const second = await app.send('DELETE', `${path}/${id}`, { token: accessToken })
  expect(problemOf(second)).toEqual([404, 'not_found'])
})

test("end, 404 for another user's session, with the same problem as for an unknown one", async () => {
  const app = await testApp()
  const ada = await registerUser(app)
  const ben = await registerUser(app, { email: 'ben@example.com' })
  const { id } = (await validate(app, ada.accessToken)).session
  const end = (session: string) =>
    app.send('DELETE', `${path}/${session}`, { token: ben.accessToken, headers: { 'x-request-id': 'same' } })
  const adaResponse = await end(id)
  expect(problemOf(adaResponse)).toEqual([404, 'not_found'])
  const unknown = await end('0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01')
  expect(unknown.text.replace(/0193a5c2-[^"]+/, id)).toBe(adaResponse.text)
  expect((await getMe(app, ada.accessToken)).status).toBe(200)
  expect((await list(app, ben.accessToken)).items).toHaveLength(1)
})

test('sessions that ended over 30 days ago are deleted at the next login', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  await app.send('POST', '/api/auth/logout', { token: accessToken })
  app.clock.now += 31 * 24 * 60 * minute
  await login(app)
  expect(await app.db.selectFrom('sessions').select('endedAt').execute()).toEqual([{ endedAt: null }])
})
