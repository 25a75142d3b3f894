import { expect, test } from 'bun:test'
import { kyselyOf } from '#db/engine/kysely.ts'
import { newSecretToken } from '#services/auth/secret-token.ts'
import { login, me, problemOf, refresh, registerUser, type Tokens } from '#tests/support/accounts.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'

const second = 1000
const day = 24 * 60 * 60 * second

/** Trades a token that must be good. */
async function traded(app: TestApp, token: string): Promise<Tokens> {
  const answer = await refresh(app, token)
  expect(answer.status).toBe(200)
  return answer.json<Tokens>()
}

const ended = [401, 'session_ended'] as const

test('200 with new tokens of the same session', async () => {
  const app = await testApp()
  const first = await registerUser(app)
  app.clock.now += 14 * 60 * second
  const next = await traded(app, first.refreshToken)
  expect(next).toMatchObject({ tokenType: 'Bearer', expiresIn: 900, user: first.user })
  expect(next.refreshToken).not.toBe(first.refreshToken)
  app.clock.now += 10 * 60 * second
  expect(problemOf(await me(app, first.accessToken))).toEqual([401, 'token_expired'])
  expect((await me(app, next.accessToken)).status).toBe(200)
  expect(await app.db.selectFrom('sessions').select('id').execute()).toHaveLength(1)
})

test('within 30 seconds the same token gives the same successor: its answer may have got lost', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  const first = await traded(app, refreshToken)
  app.clock.now += 30 * second
  const again = await traded(app, refreshToken)
  expect(again.refreshToken).toBe(first.refreshToken)
  expect((await me(app, again.accessToken)).status).toBe(200)
  await traded(app, again.refreshToken)
})

test('after 30 seconds it is taken for theft: the whole session ends at once', async () => {
  const app = await testApp()
  const { refreshToken, user } = await registerUser(app)
  const next = await traded(app, refreshToken)
  app.clock.now += 30 * second + 1
  expect(problemOf(await refresh(app, refreshToken))).toEqual(ended)
  expect(problemOf(await refresh(app, next.refreshToken))).toEqual(ended)
  expect(problemOf(await me(app, next.accessToken))).toEqual(ended)
  expect(app.logged).toEqual([
    {
      level: 'warn',
      fields: { userId: user.id, sessionId: expect.any(String) },
      message: 'session ended: one of its refresh tokens was used twice',
    },
  ])
})

test('so it is within the 30 seconds once the successor was used', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  const next = await traded(app, refreshToken)
  const last = await traded(app, next.refreshToken)
  app.clock.now += second
  expect(problemOf(await refresh(app, refreshToken))).toEqual(ended)
  expect(problemOf(await me(app, last.accessToken))).toEqual(ended)
  expect(problemOf(await refresh(app, last.refreshToken))).toEqual(ended)
})

test('a token of long ago ends the session too', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  let latest = await traded(app, refreshToken)
  for (let n = 0; n < 20; n++) {
    app.clock.now += 2 * day
    latest = await traded(app, latest.refreshToken)
  }
  expect(problemOf(await refresh(app, refreshToken))).toEqual(ended)
  expect(problemOf(await refresh(app, latest.refreshToken))).toEqual(ended)
})

test('the theft of one session leaves the others alone', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  const other = (await login(app)).json<Tokens>()
  await traded(app, refreshToken)
  app.clock.now += 31 * second
  expect(problemOf(await refresh(app, refreshToken))).toEqual(ended)
  expect((await me(app, other.accessToken)).status).toBe(200)
  await traded(app, other.refreshToken)
})

test('several refreshes at once all get the same successor', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  const answers = await Promise.all(Array.from({ length: 8 }, () => traded(app, refreshToken)))
  expect(new Set(answers.map((tokens) => tokens.refreshToken)).size).toBe(1)
  for (const { accessToken } of answers) expect((await me(app, accessToken)).status).toBe(200)
  expect(await app.db.selectFrom('refreshTokens').select('tokenHash').execute()).toHaveLength(2)
})

test('it does not matter whether the clock was set back in between', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  const next = await traded(app, refreshToken)
  app.clock.now -= 5 * 60 * second
  expect((await traded(app, refreshToken)).refreshToken).toBe(next.refreshToken)
})

test('401 for a token that nobody was given', async () => {
  const app = await testApp()
  await registerUser(app)
  expect(problemOf(await refresh(app, newSecretToken()))).toEqual(ended)
})

test.each(['', 'short', `${'a'.repeat(44)}`, `${'a'.repeat(42)}=`])(
  '422 for %j, which is no token',
  async (text) => {
    const app = await testApp()
    expect(problemOf(await refresh(app, text))).toEqual([422, 'validation_failed'])
  },
)

test('a session that is refreshed goes on, and ends 60 days after the last time', async () => {
  const app = await testApp()
  let { refreshToken } = await registerUser(app)
  for (let n = 0; n < 3; n++) {
    app.clock.now += 59 * day
    refreshToken = (await traded(app, refreshToken)).refreshToken
  }
  app.clock.now += 60 * day
  expect(problemOf(await refresh(app, refreshToken))).toEqual(ended)
})

test('however often it is refreshed, it ends a year after the login', async () => {
  const app = await testApp()
  let { refreshToken } = await registerUser(app)
  for (let n = 0; n < 6; n++) {
    app.clock.now += 59 * day
    refreshToken = (await traded(app, refreshToken)).refreshToken
  }
  app.clock.now += 11 * day - 60 * second
  const last = await traded(app, refreshToken)
  expect(last.expiresIn).toBe(60)
  app.clock.now += 60 * second
  expect(problemOf(await refresh(app, last.refreshToken))).toEqual(ended)
  expect(problemOf(await me(app, last.accessToken))).toEqual([401, 'token_expired'])
})

test('a token that has expired ends nothing, kept or not: it is too old to tell of a theft', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  app.clock.now += 59 * day
  const next = await traded(app, refreshToken)
  app.clock.now += 2 * day
  expect(problemOf(await refresh(app, refreshToken))).toEqual(ended)
  await traded(app, next.refreshToken)
})

test('tokens that have expired are not kept', async () => {
  const app = await testApp()
  let { refreshToken } = await registerUser(app)
  for (let n = 0; n < 12; n++) {
    app.clock.now += 20 * day
    refreshToken = (await traded(app, refreshToken)).refreshToken
  }
  const kept = await app.db.selectFrom('refreshTokens').select('tokenHash').execute()
  expect(kept.length).toBeLessThanOrEqual(4)
})

test('403 on a disabled account; enabled again, the token is good as before', async () => {
  const app = await testApp()
  const { refreshToken } = await registerUser(app)
  await kyselyOf(app.db).updateTable('users').set({ disabledAt: app.clock.now }).execute()
  expect(problemOf(await refresh(app, refreshToken))).toEqual([403, 'account_disabled'])
  await kyselyOf(app.db).updateTable('users').set({ disabledAt: null }).execute()
  await traded(app, refreshToken)
})

test('an access token that has expired may stand in Authorization', async () => {
  const app = await testApp()
  const { accessToken, refreshToken } = await registerUser(app)
  app.clock.now += 16 * 60 * second
  const answer = await app.send('POST', '/api/auth/refresh', { token: accessToken, body: { refreshToken } })
  expect(answer.status).toBe(200)
})
