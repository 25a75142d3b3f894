import type { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import { transact } from '#db/engine/transact.ts'
import type { Db } from '#db/schema/index.ts'
import { nextSeq } from '#db/sync/change-numbers.ts'
import { openTestDatabase } from '#tests/db/fixture.ts'
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
import { password } from '#tests/support/user.ts'

const path = '/api/users/me'
const currentPassword = { 'x-current-password': encodeURIComponent(password) }
const anyRevision = { headers: { 'if-match': '*', ...currentPassword } }

/** The tables whose rows are deleted together with a row of this table. */
function dependentTablesOf(sqlite: Database, table: string): string[] {
  const rows = runSql(
    sqlite,
    `select m.name from sqlite_schema m join pragma_foreign_key_list(m.name) f
     where m.type = 'table' and f."table" = ? and f.on_delete = 'CASCADE'`,
    table,
  )
  return rows.map(([name]) => String(name))
}

test('the rows of every table with a userId are deleted with the account', async () => {
  const { sqlite } = await openTestDatabase()
  const tablesOfUsers = runSql(
    sqlite,
    `select m.name from sqlite_schema m join pragma_table_info(m.name) c
     where m.type = 'table' and c.name = 'userId'`,
  )
  const deletedTables = new Set(['users'])
  for (const table of deletedTables)
    for (const name of dependentTablesOf(sqlite, table)) deletedTables.add(name)
  const remainingTables = tablesOfUsers
    .map(([name]) => String(name))
    .filter((name) => !deletedTables.has(name))
  expect(tablesOfUsers.length).toBeGreaterThan(5)
  expect(remainingTables).toEqual([])
})

async function insertMeasurement(db: Db, userId: string): Promise<void> {
  await transact(db, userId, async (tx) => {
    await tx
      .insertInto('measurements')
      .values({
        userId,
        id: crypto.randomUUID(),
        kind: 'bodyweight',
        value: 80,
        unit: 'kg',
        canonical: 80_000,
        measuredAt: 0,
        revision: 1,
        createdAt: 0,
        updatedAt: 0,
        seq: await nextSeq(tx, userId),
      })
      .execute()
  })
}

test('204 deletes the sessions, tokens and measurements of the account, and none of others', async () => {
  const app = await testApp()
  const ada = await registerUser(app)
  const ben = await registerUser(app, { email: 'ben@example.com' })
  for (const { user } of [ada, ben]) await insertMeasurement(app.db, user.id)
  const response = await app.send('DELETE', path, { token: ada.accessToken, ...anyRevision })
  expect([response.status, response.text]).toEqual([204, ''])
  for (const table of ['sessions', 'refreshTokens', 'measurements'] as const) {
    const rows = await app.db.selectFrom(table).select('userId').execute()
    expect(rows).toEqual([{ userId: ben.user.id }])
  }
  expect((await getMe(app, ben.accessToken)).status).toBe(200)
})

test('204 immediately ends all sessions, including access tokens, and a login gets 401', async () => {
  const app = await testApp()
  const first = await registerUser(app)
  const second = (await login(app)).json<Tokens>()
  await app.send('DELETE', path, { token: first.accessToken, ...anyRevision })
  for (const { accessToken, refreshToken } of [first, second]) {
    expect(problemOf(await getMe(app, accessToken))).toEqual([401, 'session_ended'])
    expect(problemOf(await refresh(app, refreshToken))).toEqual([401, 'session_ended'])
  }
  expect(problemOf(await login(app))).toEqual([401, 'invalid_credentials'])
})

test('the address can be registered again', async () => {
  const app = await testApp()
  const { accessToken, user } = await registerUser(app)
  await app.send('DELETE', path, { token: accessToken, ...anyRevision })
  expect((await registerUser(app)).user.id).not.toBe(user.id)
})

test('an If-Match with a different revision gets 412 with the current entity tag, and nothing is deleted', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const response = await app.send('DELETE', path, {
    token: accessToken,
    headers: { 'if-match': '"2-abc"', ...currentPassword },
  })
  expect(problemOf(response)).toEqual([412, 'revision_mismatch'])
  const profile = await getMe(app, accessToken)
  expect(profile.status).toBe(200)
  expect(response.headers.get('etag')).toBe(profile.headers.get('etag'))
})

test('428 without If-Match', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const response = await app.send('DELETE', path, { token: accessToken, headers: currentPassword })
  expect(problemOf(response)).toEqual([428, 'precondition_required'])
})

test('204 for one of two concurrent deletions, and 401 for the other', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const request = { token: accessToken, ...anyRevision }
  const responses = await Promise.all([app.send('DELETE', path, request), app.send('DELETE', path, request)])
  expect(responses.map(({ status }) => status).sort()).toEqual([204, 401])
})

function deleteWith(app: TestApp, token: string, enteredPassword: string | undefined) {
  const headers = {
    'if-match': '*',
    ...(enteredPassword !== undefined && { 'x-current-password': enteredPassword }),
  }
  return app.send('DELETE', path, { token, headers })
}

test('403 for a wrong password, and 422 for one that is missing or not percent-encoded UTF-8', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const wrong = await deleteWith(app, accessToken, 'another%20password%20altogether')
  expect(problemOf(wrong)).toEqual([403, 'invalid_credentials'])
  expect(firstFieldProblem(await deleteWith(app, accessToken, undefined))).toBe('X-Current-Password required')
  for (const invalid of ['100%', '%e2%28%a1', '%zz', '%u0041']) {
    const response = await deleteWith(app, accessToken, invalid)
    expect(firstFieldProblem(response)).toMatch(/^X-Current-Password (format|pattern)$/)
    expect(response.text).not.toContain(invalid)
  }
  const tooLong = await deleteWith(app, accessToken, 'a'.repeat(1025))
  expect(firstFieldProblem(tooLong)).toBe('X-Current-Password max_length')
  expect((await getMe(app, accessToken)).status).toBe(200)
})

test.each(['correct horse 100% öffnet 🏋', 'tab and % signs %41%42 here', '  twelve spaces  '])(
  '204 with the password %j, encoded by encodeURIComponent',
  async (unusual) => {
    const app = await testApp()
    const { accessToken } = await registerUser(app, { password: unusual })
    const encoded = encodeURIComponent(unusual)
    expect((await deleteWith(app, accessToken, encoded)).status).toBe(204)
  },
)

test("403 for another user's password and for the stored hash", async () => {
  const app = await testApp()
  const ada = await registerUser(app)
  await registerUser(app, { email: 'ben@example.com', password: 'nine marble kettles sing' })
  const { passwordHash } = await app.db
    .selectFrom('users')
    .select('passwordHash')
    .where('id', '=', ada.user.id)
    .executeTakeFirstOrThrow()
  for (const enteredPassword of ['nine marble kettles sing', passwordHash]) {
    const response = await deleteWith(app, ada.accessToken, encodeURIComponent(enteredPassword))
    expect(problemOf(response)).toEqual([403, 'invalid_credentials'])
  }
})

test('429 after too many wrong passwords, including those of logins, even with the correct one', async () => {
  const app = await testApp({ throttle: { pair: 3, network: 50, account: 50, windowSeconds: 900 } })
  const { accessToken } = await registerUser(app)
  const wrong = { password: 'another password altogether' }
  expect((await login(app, wrong)).status).toBe(401)
  for (let n = 0; n < 2; n++) expect((await deleteWith(app, accessToken, 'wrong')).status).toBe(403)
  const rejected = await deleteWith(app, accessToken, encodeURIComponent(password))
  expect(problemOf(rejected)).toEqual([429, 'too_many_requests'])
  expect((await getMe(app, accessToken)).status).toBe(200)
})

test('403 for a wrong password even with a stale If-Match', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const headers = { 'if-match': '"9-abc"', 'x-current-password': 'wrong' }
  expect((await app.send('DELETE', path, { token: accessToken, headers })).status).toBe(403)
})
