import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { disableAccount, enableAccount } from '#db/accounts/account-access.ts'
import { kyselyOf } from '#db/engine/kysely.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { transactAccounts } from '#db/engine/transact.ts'
import { temporaryFolder } from '#tests/db/fixture.ts'
import { email, getMe, login, problemOf, registerUser, type Tokens } from '#tests/support/accounts.ts'
import { testApp } from '#tests/support/app.ts'

test('401 without a token has a challenge without an error', async () => {
  const app = await testApp()
  const response = await app.send('GET', '/api/users/me')
  expect(problemOf(response)).toEqual([401, 'unauthorized'])
  expect(response.headers.get('www-authenticate')).toBe('Bearer realm="replog"')
})

test('401 for a token that another server signed', async () => {
  const [app, other] = [await testApp(), await testApp()]
  await registerUser(app)
  const { accessToken } = await registerUser(other)
  const response = await getMe(app, accessToken)
  expect(problemOf(response)).toEqual([401, 'invalid_token'])
  expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
})

test("401 for a token that combines a user with another user's session", async () => {
  const app = await testApp()
  const ada = await registerUser(app)
  await registerUser(app, { email: 'ben@example.com' })
  const rows = await app.db.selectFrom('sessions').select(['id', 'userId']).execute()
  const bensSession = rows.find(({ userId }) => userId !== ada.user.id)
  const { token } = await app.accounts.accessTokens.sign(
    ada.user.id,
    bensSession?.id ?? '',
    app.clock.now + 1e9,
  )
  expect(problemOf(await getMe(app, token))).toEqual([401, 'session_ended'])
})

test('disabling an account immediately invalidates its access tokens, and enabling it makes them valid again', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  expect((await getMe(app, accessToken)).status).toBe(200)
  await kyselyOf(app.db).updateTable('users').set({ disabledAt: app.clock.now }).execute()
  const response = await getMe(app, accessToken)
  expect(problemOf(response)).toEqual([401, 'account_disabled'])
  expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
  await kyselyOf(app.db).updateTable('users').set({ disabledAt: null }).execute()
  expect((await getMe(app, accessToken)).status).toBe(200)
})

test('401 account_disabled rather than session_ended for a session that ended when its account was disabled', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  await transactAccounts(app.db, (tx) => disableAccount(tx, email, app.clock.now))
  expect(problemOf(await getMe(app, accessToken))).toEqual([401, 'account_disabled'])
  await transactAccounts(app.db, (tx) => enableAccount(tx, email))
  expect(problemOf(await getMe(app, accessToken))).toEqual([401, 'session_ended'])
})

test('a change that another process makes to an account or session affects the next request', async () => {
  const folder = temporaryFolder()
  const app = await testApp({ folder })
  const ada = await registerUser(app)
  const otherSession = (await login(app)).json<Tokens>()
  const runElsewhere = async (statement: string) => {
    const script = `
      const { Database } = await import('bun:sqlite')
      new Database(${JSON.stringify(databaseFile(folder))}).run(${JSON.stringify(statement)})`
    expect(await Bun.spawn([process.execPath, '-e', script], { cwd: join(import.meta.dir) }).exited).toBe(0)
  }
  expect([
    (await getMe(app, ada.accessToken)).status,
    (await getMe(app, otherSession.accessToken)).status,
  ]).toEqual([200, 200])
  await runElsewhere('update sessions set endedAt = 1 where id = (select max(id) from sessions)')
  expect(problemOf(await getMe(app, otherSession.accessToken))).toEqual([401, 'session_ended'])
  expect((await getMe(app, ada.accessToken)).status).toBe(200)
  await runElsewhere('update users set disabledAt = 1')
  expect(problemOf(await getMe(app, ada.accessToken))).toEqual([401, 'account_disabled'])
  await runElsewhere('delete from users')
  expect(problemOf(await getMe(app, ada.accessToken))).toEqual([401, 'session_ended'])
})

test('tokens remain valid after a restart with the same key', async () => {
  const folder = temporaryFolder()
  const key = new Uint8Array(32).fill(9)
  const first = await testApp({ folder, key })
  const { accessToken, refreshToken } = await registerUser(first)
  await first.close()
  const second = await testApp({ folder, key })
  expect((await getMe(second, accessToken)).status).toBe(200)
  const response = await second.send('POST', '/api/auth/refresh', { body: { refreshToken } })
  expect(response.status).toBe(200)
})

test('after a restart with a different key, access tokens are invalid, but refresh tokens remain valid', async () => {
  const folder = temporaryFolder()
  const first = await testApp({ folder })
  const { accessToken, refreshToken } = await registerUser(first)
  await first.close()
  const second = await testApp({ folder })
  expect(problemOf(await getMe(second, accessToken))).toEqual([401, 'invalid_token'])
  const response = await second.send('POST', '/api/auth/refresh', { body: { refreshToken } })
  expect(response.status).toBe(200)
  expect((await getMe(second, response.json<Tokens>().accessToken)).status).toBe(200)
})
