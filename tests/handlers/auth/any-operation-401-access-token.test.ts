import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { disableAccount, enableAccount } from '#db/accounts/account-access.ts'
import { kyselyOf } from '#db/engine/kysely.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { transactAccounts } from '#db/engine/transact.ts'
import { temporaryFolder } from '#tests/db/fixture.ts'
import { email, login, me, problemOf, registerUser, type Tokens } from '#tests/support/accounts.ts'
import { testApp } from '#tests/support/app.ts'

test('401 without a token, with a challenge without an error', async () => {
  const app = await testApp()
  const response = await app.send('GET', '/api/users/me')
  expect(problemOf(response)).toEqual([401, 'unauthorized'])
  expect(response.headers.get('www-authenticate')).toBe('Bearer realm="replog"')
})

test('401 for a token that another server signed', async () => {
  const [app, other] = [await testApp(), await testApp()]
  await registerUser(app)
  const { accessToken } = await registerUser(other)
  const response = await me(app, accessToken)
  expect(problemOf(response)).toEqual([401, 'invalid_token'])
  expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
})

test("401 for a token that combines a user with another user's session", async () => {
  const app = await testApp()
  const ada = await registerUser(app)
  await registerUser(app, { email: 'ben@example.com' })
  const rows = await app.db.selectFrom('sessions').select(['id', 'userId']).execute()
  const bens = rows.find(({ userId }) => userId !== ada.user.id)
  const { token } = await app.accounts.accessTokens.sign(ada.user.id, bens?.id ?? '', app.clock.now + 1e9)
  expect(problemOf(await me(app, token))).toEqual([401, 'session_ended'])
})

test('disabling an account immediately invalidates its access tokens, and enabling it makes them valid again', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  expect((await me(app, accessToken)).status).toBe(200)
  await kyselyOf(app.db).updateTable('users').set({ disabledAt: app.clock.now }).execute()
  const response = await me(app, accessToken)
  expect(problemOf(response)).toEqual([401, 'account_disabled'])
  expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
  await kyselyOf(app.db).updateTable('users').set({ disabledAt: null }).execute()
  expect((await me(app, accessToken)).status).toBe(200)
})

test('401 account_disabled rather than session_ended for a session that was ended with its account', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  await transactAccounts(app.db, (tx) => disableAccount(tx, email, app.clock.now))
  expect(problemOf(await me(app, accessToken))).toEqual([401, 'account_disabled'])
  await transactAccounts(app.db, (tx) => enableAccount(tx, email))
  expect(problemOf(await me(app, accessToken))).toEqual([401, 'session_ended'])
})

test('a change that another process makes to an account or session affects the next request', async () => {
  const folder = temporaryFolder()
  const app = await testApp({ folder })
  const ada = await registerUser(app)
  const lost = (await login(app)).json<Tokens>()
  const elsewhere = async (statement: string) => {
    const script = `
      const { Database } = await import('bun:sqlite')
      new Database(${JSON.stringify(databaseFile(folder))}).run(${JSON.stringify(statement)})`
    expect(await Bun.spawn([process.execPath, '-e', script], { cwd: join(import.meta.dir) }).exited).toBe(0)
  }
  expect([(await me(app, ada.accessToken)).status, (await me(app, lost.accessToken)).status]).toEqual([
    200, 200,
  ])
  await elsewhere('update sessions set endedAt = 1 where id = (select max(id) from sessions)')
  expect(problemOf(await me(app, lost.accessToken))).toEqual([401, 'session_ended'])
  expect((await me(app, ada.accessToken)).status).toBe(200)
  await elsewhere('update users set disabledAt = 1')
  expect(problemOf(await me(app, ada.accessToken))).toEqual([401, 'account_disabled'])
  await elsewhere('delete from users')
  expect(problemOf(await me(app, ada.accessToken))).toEqual([401, 'session_ended'])
})

test('tokens remain valid after a restart with the same key', async () => {
  const folder = temporaryFolder()
  const key = new Uint8Array(32).fill(9)
  const first = await testApp({ folder, key })
  const { accessToken, refreshToken } = await registerUser(first)
  await first.close()
  const second = await testApp({ folder, key })
  expect((await me(second, accessToken)).status).toBe(200)
  const response = await second.send('POST', '/api/auth/refresh', { body: { refreshToken } })
  expect(response.status).toBe(200)
})

test('after a restart with a different key, access tokens are invalid, but refresh tokens remain valid', async () => {
  const folder = temporaryFolder()
  const first = await testApp({ folder })
  const { accessToken, refreshToken } = await registerUser(first)
  await first.close()
  const second = await testApp({ folder })
  expect(problemOf(await me(second, accessToken))).toEqual([401, 'invalid_token'])
  const response = await second.send('POST', '/api/auth/refresh', { body: { refreshToken } })
  expect(response.status).toBe(200)
  expect((await me(second, response.json<Tokens>().accessToken)).status).toBe(200)
})
