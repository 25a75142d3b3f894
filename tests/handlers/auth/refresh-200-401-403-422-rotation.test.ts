import { expect, test } from 'bun:test'
import { kyselyOf } from '#db/engine/kysely.ts'
import { newId } from '#lib/new-id.ts'
import { newSecretToken, secretTokenHash, userOfToken } from '#services/auth/secret-token.ts'
import { getMe, login, problemOf, refresh, registerUser, type Tokens } from '#tests/support/accounts.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { dayMs } from '#training/day-ms.ts'

const second = 1000

/** Refreshes with a token that must be valid. Resolves to the new tokens. */
async function refreshTokens(app: TestApp, token: string): Promise<Tokens> {
  const response = await refresh(app, token)
  expect(response.status).toBe(200)
  return response.json<Tokens>()
}

const ended = [401, 'session_ended'] as const

test('200 with new tokens of the same session', async () => {
  const app = await testApp()
  const first = await registerUser(app)
  app.clock.now += 14 * 60 * second
  const next = await refreshTokens(app, first.refreshToken)
  expect(next).toMatchObject({ tokenType: 'Bearer', expiresIn: 900, user: first.user })
  expect(next.refreshToken).not.toBe(first.refreshToken)
  app.clock.now += 10 * 60 * second
  expect(problemOf(await getMe(app, first.accessToken))).toEqual([401, 'token_expired'])
  expect((await getMe(app, next.accessToken)).status).toBe(200)
  expect(await app.db.selectFrom('sessions').select('id').execute()).toHaveLength(1)
})

test('200 with the same successor within 30 seconds, because the first response may have been lost', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  const first = await refreshTokens(app, refreshToken)
  app.clock.now += 30 * second
  const repeated = await refreshTokens(app, refreshToken)
  expect(repeated.refreshToken).toBe(first.refreshToken)
  expect((await getMe(app, repeated.accessToken)).status).toBe(200)
  await refreshTokens(app, repeated.refreshToken)
})

test('401 after 30 seconds, because the token counts as stolen, and the session ends immediately', async () => {
  const app = await testApp()
  const { refreshToken, user } = await registerUser(app)
  const next = await refreshTokens(app, refreshToken)
  app.clock.now += 30 * second + 1
  expect(problemOf(await refresh(app, refreshToken))).toEqual(ended)
  expect(problemOf(await refresh(app, next.refreshToken))).toEqual(ended)
  expect(problemOf(await getMe(app, next.accessToken))).toEqual(ended)
  expect(app.logged).toEqual([
    {
      level: 'warn',
      fields: { userId: user.id, sessionId: expect.any(String) },
      message: 'session ended: one of its refresh tokens was used twice',
    },
  ])
})

test('401 within the 30 seconds once the successor was used', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  const next = await refreshTokens(app, refreshToken)
  const last = await refreshTokens(app, next.refreshToken)
  app.clock.now += second
  expect(problemOf(await refresh(app, refreshToken))).toEqual(ended)
  expect(problemOf(await getMe(app, last.accessToken))).toEqual(ended)
  expect(problemOf(await refresh(app, last.refreshToken))).toEqual(ended)
})

test('401 for a token that was used long ago, and the session ends', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  let latest = await refreshTokens(app, refreshToken)
  for (let n = 0; n < 20; n++) {
    app.clock.now += 2 * dayMs
    latest = await refreshTokens(app, latest.refreshToken)
  }
  expect(problemOf(await refresh(app, refreshToken))).toEqual(ended)
  expect(problemOf(await refresh(app, latest.refreshToken))).toEqual(ended)
})

test('a stolen token of one session does not affect other sessions', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  const other = (await login(app)).json<Tokens>()
  await refreshTokens(app, refreshToken)
  app.clock.now += 31 * second
  expect(problemOf(await refresh(app, refreshToken))).toEqual(ended)
  expect((await getMe(app, other.accessToken)).status).toBe(200)
  await refreshTokens(app, other.refreshToken)
})

test('concurrent refreshes all get the same successor', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  const responses = await Promise.all(Array.from({ length: 8 }, () => refreshTokens(app, refreshToken)))
  expect(new Set(responses.map((tokens) => tokens.refreshToken)).size).toBe(1)
  for (const { accessToken } of responses) expect((await getMe(app, accessToken)).status).toBe(200)
  expect(await app.db.selectFrom('refreshTokens').select('tokenHash').execute()).toHaveLength(2)
})

test('200 with the same successor after the clock was set back', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  const next = await refreshTokens(app, refreshToken)
  app.clock.now -= 5 * 60 * second
  expect((await refreshTokens(app, refreshToken)).refreshToken).toBe(next.refreshToken)
})

test('200 for a token of an earlier release, whose successor contains the user id', async () => {
  const app = await testApp()
  const { user } = await registerUser(app)
  const earlier = 'q0Yb1nqfJ9pT3dFJv8m3rO2kq0mZb7o8b1w4s5t6u7A'
  await kyselyOf(app.db)
    .updateTable('refreshTokens')
    .set({ tokenHash: secretTokenHash(earlier) })
    .where('userId', '=', user.id)
    .execute()
  const next = await refreshTokens(app, earlier)
  expect(userOfToken(next.refreshToken)).toBe(user.id)
  expect((await refreshTokens(app, next.refreshToken)).user.id).toBe(user.id)
})

test('401 for a token that was never issued', async () => {
  const app = await testApp()
  await registerUser(app)
  expect(problemOf(await refresh(app, newSecretToken(newId())))).toEqual(ended)
})

test.each(['', 'short', `${'a'.repeat(44)}`, `${'a'.repeat(42)}=`])(
  '422 for %j, which has an invalid format',
  async (text) => {
    const app = await testApp()
    expect(problemOf(await refresh(app, text))).toEqual([422, 'validation_failed'])
  },
)

test('a session ends 60 days after its last refresh', async () => {
  const app = await testApp()
  let { refreshToken } = await registerUser(app)
  for (let n = 0; n < 3; n++) {
    app.clock.now += 59 * dayMs
    refreshToken = (await refreshTokens(app, refreshToken)).refreshToken
  }
  app.clock.now += 60 * dayMs
  expect(problemOf(await refresh(app, refreshToken))).toEqual(ended)
})

test('a session ends a year after the login, however often it is refreshed', async () => {
  const app = await testApp()
  let { refreshToken } = await registerUser(app)
  for (let n = 0; n < 6; n++) {
    app.clock.now += 59 * dayMs
    refreshToken = (await refreshTokens(app, refreshToken)).refreshToken
  }
  app.clock.now += 11 * dayMs - 60 * second
  const last = await refreshTokens(app, refreshToken)
  expect(last.expiresIn).toBe(60)
  app.clock.now += 60 * second
  expect(problemOf(await refresh(app, last.refreshToken))).toEqual(ended)
  expect(problemOf(await getMe(app, last.accessToken))).toEqual([401, 'token_expired'])
})

test('401 for an expired token does not end the session, because it is no sign of theft', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  app.clock.now += 59 * dayMs
  const next = await refreshTokens(app, refreshToken)
  app.clock.now += 2 * dayMs
  expect(problemOf(await refresh(app, refreshToken))).toEqual(ended)
  await refreshTokens(app, next.refreshToken)
})

test('expired tokens are deleted', async () => {
  const app = await testApp()
  let { refreshToken } = await registerUser(app)
  for (let n = 0; n < 12; n++) {
    app.clock.now += 20 * dayMs
    refreshToken = (await refreshTokens(app, refreshToken)).refreshToken
  }
  const stored = await app.db.selectFrom('refreshTokens').select('tokenHash').execute()
  expect(stored.length).toBeLessThanOrEqual(4)
})

test('403 for a disabled account; once it is enabled, the token works again', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  await kyselyOf(app.db).updateTable('users').set({ disabledAt: app.clock.now }).execute()
  expect(problemOf(await refresh(app, refreshToken))).toEqual([403, 'account_disabled'])
  await kyselyOf(app.db).updateTable('users').set({ disabledAt: null }).execute()
  await refreshTokens(app, refreshToken)
})

test('200 even with an expired access token in Authorization', async () => {
  const app = await testApp()
  const { accessToken, refreshToken } = await registerUser(app)
  app.clock.now += 16 * 60 * second
  const response = await app.send('POST', '/api/auth/refresh', { token: accessToken, body: { refreshToken } })
  expect(response.status).toBe(200)
})
