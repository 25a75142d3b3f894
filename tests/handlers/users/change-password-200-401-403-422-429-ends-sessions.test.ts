import { expect, test } from 'bun:test'
import { sql } from 'kysely'
import { kyselyOf } from '#db/engine/kysely.ts'
import {
  email,
  firstFieldProblem,
  getMe,
  login,
  problemOf,
  refresh,
  registerUser,
  type Tokens,
} from '#tests/support/accounts.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import type { TestResponse } from '#tests/support/request.ts'
import { password } from '#tests/support/user.ts'

const newPassword = 'wrong donkey capacitor'

function changePassword(
  app: TestApp,
  token: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<TestResponse> {
  const body = { currentPassword: password, newPassword, ...fields }
  return app.send('POST', '/api/users/me/password', { token, body })
}

test('200 with the tokens of a new session, and all other sessions end', async () => {
  const app = await testApp({ hashesPasswords: true })
  const first = await registerUser(app)
  const second = (await login(app)).json<Tokens>()
  const response = await changePassword(app, first.accessToken)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const newTokens = response.json<Tokens>()
  for (const old of [first, second]) {
    expect(problemOf(await getMe(app, old.accessToken))).toEqual([401, 'session_ended'])
    expect(problemOf(await refresh(app, old.refreshToken))).toEqual([401, 'session_ended'])
  }
  const sessions = await app.send('GET', '/api/auth/sessions', { token: newTokens.accessToken })
  expect(sessions.json<{ items: unknown[] }>().items).toHaveLength(1)
  expect((await refresh(app, newTokens.refreshToken)).status).toBe(200)
})

test('a login needs the new password', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  await changePassword(app, accessToken)
  expect((await login(app)).status).toBe(401)
  expect((await login(app, { password: newPassword })).status).toBe(200)
})

test("the profile and its revision don't change", async () => {
  const app = await testApp()
  const { accessToken, user } = await registerUser(app)
  app.clock.now += 5000
  expect((await changePassword(app, accessToken)).json<Tokens>().user).toEqual(user)
})

test('the new session has the device name of the old one, unless a different one is sent', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app, { device: 'phone' })
  const deviceOf = async (response: TestResponse) => {
    const token = response.json<Tokens>().accessToken
    const validity = await app.send('GET', '/api/auth/validate', { token })
    return [validity.json<{ session: { device?: string } }>().session.device, token] as const
  }
  const [device, token] = await deviceOf(await changePassword(app, accessToken))
  expect(device).toBe('phone')
  const fields = { currentPassword: newPassword, newPassword: password, device: 'laptop' }
  expect((await deviceOf(await changePassword(app, token, fields)))[0]).toBe('laptop')
})

test('403 for a wrong current password, and no session ends', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const response = await changePassword(app, accessToken, { currentPassword: 'gravel teapot twelve moons' })
  expect(problemOf(response)).toEqual([403, 'invalid_credentials'])
  expect((await getMe(app, accessToken)).status).toBe(200)
  expect((await login(app)).status).toBe(200)
})

test.each([
  ['weak_password', 'qwertyqwerty'],
  ['weak_password', email],
  ['min_length', 'gravel teap'],
  ['max_length', `${'🏋ü→'.repeat(113)}${'ab'.repeat(3)}xy`],
])('422 %s for %j as the new password', async (code, weak) => {
  const app = await testApp({ rejectsWeakPasswords: true })
  const { accessToken } = await registerUser(app)
  expect(firstFieldProblem(await changePassword(app, accessToken, { newPassword: weak }))).toBe(
    `/newPassword ${code}`,
  )
  expect((await login(app)).status).toBe(200)
})

test('422 for a current password with too many bytes', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const response = await changePassword(app, accessToken, { currentPassword: '🏋'.repeat(257) })
  expect(firstFieldProblem(response)).toBe('/currentPassword max_length')
})

test('200 for one of two concurrent changes, and 401 for the other', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const responses = await Promise.all([
    changePassword(app, accessToken, { newPassword: 'first harbor lantern' }),
    changePassword(app, accessToken, { newPassword: 'second harbor lantern' }),
  ])
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 401])
  const logins = await Promise.all(
    ['first harbor lantern', 'second harbor lantern', password].map((text) => login(app, { password: text })),
  )
  expect(logins.map(({ status }) => status).sort()).toEqual([200, 401, 401])
})

test.each([
  ['its session ended', 'update sessions set "endedAt" = 1'],
  ['the account was disabled', 'update users set "disabledAt" = 1'],
  ['the account was deleted', 'delete from users'],
])('401 without a new session if %s while the password was being hashed', async (_, statement) => {
  let meanwhile = async () => {}
  const app = await testApp({
    passwords: (real) => ({
      ...real,
      async hash(text) {
        const hash = await real.hash(text)
        await meanwhile()
        return hash
      },
    }),
  })
  const { accessToken } = await registerUser(app)
  meanwhile = async () => {
    await sql.raw(statement).execute(kyselyOf(app.db))
  }
  const hashes = () => app.db.selectFrom('users').select('passwordHash').execute()
  const hashesBefore = await hashes()
  expect(problemOf(await changePassword(app, accessToken))).toEqual([401, 'session_ended'])
  expect(await hashes()).toEqual(hashesBefore.slice(0, (await hashes()).length))
})

test('429 after wrong current passwords and failed logins together', async () => {
  const throttle = { pair: 3, network: 100, account: 100, windowSeconds: 900 }
  const app = await testApp({ throttle })
  const { accessToken } = await registerUser(app)
  const guess = () => changePassword(app, accessToken, { currentPassword: 'a guess that is wrong' })
  await guess()
  await guess()
  expect((await login(app, { password: 'wrong' })).status).toBe(401)
  const rejected = await changePassword(app, accessToken)
  expect(problemOf(rejected)).toEqual([429, 'too_many_requests'])
  expect(Number(rejected.headers.get('retry-after'))).toBeGreaterThan(890)
  expect((await login(app)).status).toBe(429)
})

test('correct passwords are never throttled', async () => {
  const app = await testApp({ throttle: { pair: 2, network: 2, account: 2, windowSeconds: 900 } })
  let { accessToken } = await registerUser(app)
  for (let n = 0; n < 4; n++) {
    const [from, to] = n % 2 === 0 ? [password, newPassword] : [newPassword, password]
    const response = await changePassword(app, accessToken, { currentPassword: from, newPassword: to })
    expect(response.status).toBe(200)
    accessToken = response.json<Tokens>().accessToken
  }
})
