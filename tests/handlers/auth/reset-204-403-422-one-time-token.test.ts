import { expect, test } from 'bun:test'
import { disableAccount } from '#db/accounts/account-access.ts'
import { transactAccounts } from '#db/engine/transact.ts'
import { newId } from '#lib/new-id.ts'
import { newSecretToken } from '#services/auth/secret-token.ts'
import {
  createResetToken,
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
import { stateOf } from '#tests/support/state.ts'

const path = '/api/auth/reset'
const newPassword = 'nine marble kettles sing'
const hour = 60 * 60 * 1000

function reset(app: TestApp, token: string, password = newPassword) {
  return app.send('POST', path, { body: { token, newPassword: password } })
}

test('204 replaces the password and ends all sessions, which invalidates access tokens', async () => {
  const app = await testApp({ hashesPasswords: true })
  const first = await registerUser(app)
  const second = (await login(app)).json<Tokens>()
  const response = await reset(app, await createResetToken(app))
  expect([response.status, response.text]).toEqual([204, ''])
  for (const { accessToken, refreshToken } of [first, second]) {
    expect(problemOf(await getMe(app, accessToken))).toEqual([401, 'session_ended'])
    expect(problemOf(await refresh(app, refreshToken))).toEqual([401, 'session_ended'])
  }
  expect(problemOf(await login(app))).toEqual([401, 'invalid_credentials'])
  expect((await login(app, { password: newPassword })).status).toBe(200)
})

test('403 the second time, even with the same password', async () => {
  const app = await testApp()
  await registerUser(app)
  const token = await createResetToken(app)
  expect((await reset(app, token)).status).toBe(204)
  expect(problemOf(await reset(app, token))).toEqual([403, 'invalid_reset_token'])
  expect(problemOf(await reset(app, token, 'yet another long password'))).toEqual([
    403,
    'invalid_reset_token',
  ])
})

test('204 for one of ten concurrent resets with one token, and 403 for the others', async () => {
  const app = await testApp({ hashesPasswords: true })
  await registerUser(app)
  const token = await createResetToken(app)
  const passwords = Array.from({ length: 10 }, (_, n) => `${newPassword} ${n}`)
  const responses = await Promise.all(passwords.map((password) => reset(app, token, password)))
  expect(responses.map(({ status }) => status).sort()).toEqual([204, ...Array(9).fill(403)])
  const logins = await Promise.all(passwords.map((password) => login(app, { password })))
  expect(logins.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('403 after an hour, and 204 until then', async () => {
  const app = await testApp()
  await registerUser(app)
  const token = await createResetToken(app)
  const start = app.clock.now
  app.clock.now = start + hour
  expect(problemOf(await reset(app, token))).toEqual([403, 'invalid_reset_token'])
  app.clock.now = start + hour - 1
  expect((await reset(app, token)).status).toBe(204)
})

test('403 for a token that a later one replaced', async () => {
  const app = await testApp()
  await registerUser(app)
  const [first, second] = [await createResetToken(app), await createResetToken(app)]
  expect((await reset(app, first)).status).toBe(403)
  expect((await reset(app, second)).status).toBe(204)
})

test("a token does not change another account's password", async () => {
  const app = await testApp()
  await registerUser(app)
  const ben = await registerUser(app, { email: 'ben@example.com' })
  await reset(app, await createResetToken(app))
  expect((await login(app, { email: 'ben@example.com' })).status).toBe(200)
  expect((await getMe(app, ben.accessToken)).status).toBe(200)
})

test.each([
  ['random', newSecretToken(newId())],
  ['all zeros', 'A'.repeat(43)],
])('403 for a token that is %s', async (_, token) => {
  const app = await testApp()
  await registerUser(app)
  await createResetToken(app)
  expect(problemOf(await reset(app, token))).toEqual([403, 'invalid_reset_token'])
})

test.each([
  ['empty', ''],
  ['too short', 'A'.repeat(42)],
  ['too long', 'A'.repeat(44)],
  ['an SQL injection', `' or '1'='1${'A'.repeat(33)}`],
  ['in base64', `${'A'.repeat(41)}+/`],
])('422 for a token that is %s', async (_, token) => {
  const app = await testApp()
  const response = await reset(app, token)
  expect(firstFieldProblem(response)).toMatch(/^\/token /)
  if (token !== '') expect(response.text).not.toContain(token)
})

test("the database contains only the token's hash, which is not valid as a token", async () => {
  const app = await testApp()
  await registerUser(app)
  const token = await createResetToken(app)
  const rows = await app.db.selectFrom('passwordResets').selectAll().execute()
  const [row] = rows
  expect(await stateOf(app.db)).not.toContain(token)
  const stored = Buffer.from(row?.tokenHash ?? []).toString('base64url')
  expect(stored).toHaveLength(43)
  expect((await reset(app, stored)).status).toBe(403)
})

test('422 for a weak password does not use up the token', async () => {
  const app = await testApp({ rejectsWeakPasswords: true })
  await registerUser(app, { displayName: 'Augusta King' })
  const token = await createResetToken(app)
  for (const weak of ['password12345', 'short', `${email}12`, 'augusta king 1']) {
    expect(firstFieldProblem(await reset(app, token, weak))).toMatch(
      /^\/newPassword (weak_password|min_length)$/,
    )
  }
  expect((await login(app)).status).toBe(200)
  expect((await reset(app, token)).status).toBe(204)
})

test('403 for a disabled account', async () => {
  const app = await testApp()
  await registerUser(app)
  const token = await createResetToken(app)
  await transactAccounts(app.db, (tx) => disableAccount(tx, email, app.clock.now))
  expect(problemOf(await reset(app, token))).toEqual([403, 'account_disabled'])
  expect(problemOf(await login(app))).toEqual([403, 'account_disabled'])
})

test('403 after the password was changed', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const token = await createResetToken(app)
  const body = { currentPassword: 'gravel teapot eleven moons', newPassword: 'quiet lamps over gravel' }
  const changed = await app.send('POST', '/api/users/me/password', { token: accessToken, body })
  expect(changed.status).toBe(200)
  expect((await reset(app, token)).status).toBe(403)
})

test('403 after the account was deleted, even if the address was registered again', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const token = await createResetToken(app)
  const headers = { 'if-match': '*', 'x-current-password': 'gravel%20teapot%20eleven%20moons' }
  expect((await app.send('DELETE', '/api/users/me', { token: accessToken, headers })).status).toBe(204)
  await registerUser(app)
  expect((await reset(app, token)).status).toBe(403)
})

test('a user who is locked out by failed logins can log in after a reset', async () => {
  const app = await testApp({ throttle: { pair: 3, network: 50, account: 3, windowSeconds: 900 } })
  await registerUser(app)
  for (let n = 0; n < 4; n++) await login(app, { password: 'another password altogether' })
  expect((await login(app)).status).toBe(429)
  expect((await reset(app, await createResetToken(app))).status).toBe(204)
  expect((await login(app, { password: newPassword })).status).toBe(200)
})

test('neither the token nor the password is logged or returned', async () => {
  const app = await testApp()
  await registerUser(app)
  const token = await createResetToken(app)
  const responses = [await reset(app, token, 'short'), await reset(app, token), await reset(app, token)]
  const logged = JSON.stringify(app.logged)
  for (const secret of [token, newPassword]) {
    expect(logged).not.toContain(secret)
    for (const { text } of responses) expect(text).not.toContain(secret)
  }
})
