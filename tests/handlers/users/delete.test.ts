import type { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { ask } from '#db/engine/sqlite/ask.ts'
import { transact } from '#db/engine/transact.ts'
import type { Db } from '#db/schema/index.ts'
import { nextSeq } from '#db/sync/change-numbers.ts'
import { openTestDatabase } from '#tests/db/fixture.ts'
import { login, me, problemOf, refresh, registerUser } from '#tests/support/accounts.ts'
import { testApp } from '#tests/support/app.ts'

const path = '/api/users/me'
const anyRevision = { headers: { 'if-match': '*' } }

/** The tables whose rows go when a row of this one does. */
function dependents(sqlite: Database, table: string): string[] {
  const found = ask(
    sqlite,
    `select m.name from sqlite_schema m join pragma_foreign_key_list(m.name) f
     where m.type = 'table' and f."table" = ? and f.on_delete = 'CASCADE'`,
    table,
  )
  return found.map(([name]) => String(name))
}

test('every table that says whose a row is loses its rows with the account', async () => {
  const { sqlite } = await openTestDatabase()
  const owned = ask(
    sqlite,
    `select m.name from sqlite_schema m join pragma_table_info(m.name) c
     where m.type = 'table' and c.name = 'userId'`,
  )
  const reached = new Set(['users'])
  for (const table of reached) for (const name of dependents(sqlite, table)) reached.add(name)
  const missed = owned.map(([name]) => String(name)).filter((name) => !reached.has(name))
  expect(owned.length).toBeGreaterThan(5)
  expect(missed).toEqual([])
})

async function measure(db: Db, userId: string): Promise<void> {
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

test('204: everything that is the account goes, and nothing of others', async () => {
  const app = await testApp()
  const ada = await registerUser(app)
  const ben = await registerUser(app, { email: 'ben@example.com' })
  for (const { user } of [ada, ben]) await measure(app.db, user.id)
  const answer = await app.send('DELETE', path, { token: ada.accessToken, ...anyRevision })
  expect([answer.status, answer.text]).toEqual([204, ''])
  for (const table of ['sessions', 'refreshTokens', 'measurements'] as const) {
    const rows = await app.db.selectFrom(table).select('userId').execute()
    expect(rows).toEqual([{ userId: ben.user.id }])
  }
  expect((await me(app, ben.accessToken)).status).toBe(200)
})

test('its sessions end at once, access tokens included, and a login finds nobody', async () => {
  const app = await testApp()
  const { accessToken, refreshToken } = await registerUser(app)
  await app.send('DELETE', path, { token: accessToken, ...anyRevision })
  expect(problemOf(await me(app, accessToken))).toEqual([401, 'session_ended'])
  expect(problemOf(await refresh(app, refreshToken))).toEqual([401, 'session_ended'])
  expect(problemOf(await login(app))).toEqual([401, 'invalid_credentials'])
})

test('the address is free again', async () => {
  const app = await testApp()
  const { accessToken, user } = await registerUser(app)
  await app.send('DELETE', path, { token: accessToken, ...anyRevision })
  expect((await registerUser(app)).user.id).not.toBe(user.id)
})

test('412 for another revision, with the entity tag that the profile has, and nothing goes', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const answer = await app.send('DELETE', path, { token: accessToken, headers: { 'if-match': '"2-abc"' } })
  expect(problemOf(answer)).toEqual([412, 'revision_mismatch'])
  const profile = await me(app, accessToken)
  expect(profile.status).toBe(200)
  expect(answer.headers.get('etag')).toBe(profile.headers.get('etag'))
})

test('428 without If-Match', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  expect(problemOf(await app.send('DELETE', path, { token: accessToken }))).toEqual([
    428,
    'precondition_required',
  ])
})

test('of two deletions at once both are told that it is gone', async () => {
  const app = await testApp()
  const { accessToken } = await registerUser(app)
  const sent = { token: accessToken, ...anyRevision }
  const answers = await Promise.all([app.send('DELETE', path, sent), app.send('DELETE', path, sent)])
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 401])
})
