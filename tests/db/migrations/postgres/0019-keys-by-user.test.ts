import { expect, test } from 'bun:test'
import { Client } from 'pg'
import { openServer } from '#db/engine/postgres/open.ts'
import { postgresMigrations } from '#db/migrations/postgres/index.ts'
import { migratePostgres } from '#db/migrations/postgres/migrate.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionOf } from '#tests/support/rejection.ts'
import { rowsBefore } from '../rows-before-0019.ts'

const earlierMigrations = Object.fromEntries(
  Object.entries(postgresMigrations).filter(([name]) => name < '0019'),
)

test.skipIf(!hasPostgres)(
  'existing data is unchanged under its new keys, and a node of the previous release can read it but not change exercises',
  async () => {
    const server = await startTestPostgres()
    await administer(server.url, 'create database earlier')
    const url = urlOf(server.url, 'earlier')
    const { db, close } = await openServer({ url, durable: false }, (fresh) =>
      migratePostgres(fresh, earlierMigrations),
    )
    for (const id of ['ada', 'bob']) await insertUser(db, id)
    const earlierNode = new Client({ connectionString: url })
    await earlierNode.connect()
    for (const statement of rowsBefore(['ada', 'bob'], (hex) => `'\\x${hex}'`))
      await earlierNode.query(statement)
    const queries = [
      'select * from "sessions" order by "userId"',
      'select "tokenHash", "userId", "sessionId", "usedAt" from "refreshTokens" order by "tokenHash"',
      'select * from "passwordResets" order by "userId"',
      `select "userId", "id", "name", "derived", "deletedAt", "seq", "revision" from "exercises"
       where coalesce("userId", '') in ('', 'ada') order by "id"`,
      `select "id", "muscle", "percent" from "exercises" join "exerciseMuscles" on "exerciseKey" = "key"
       where "userId" = 'bob' or "userId" is null order by "id"`,
    ]
    const rowsOfQueries = async () => {
      const results: unknown[] = []
      for (const text of queries) results.push((await earlierNode.query(text)).rows)
      return results
    }
    const originalRows = await rowsOfQueries()
    await migratePostgres(db)
    expect(await rowsOfQueries()).toEqual(originalRows)
    expect(originalRows.map((rows) => (Array.isArray(rows) ? rows.length : rows))).toEqual([2, 4, 2, 2, 2])

    await earlierNode.query(`insert into "refreshTokens" ("tokenHash", "userId", "sessionId", "createdAt", "expiresAt")
      values ('\\x${'ab'.repeat(32)}', 'ada', 'session-ada', 1, 2)`)
    const readOnlyError = expect.objectContaining({ code: '25006' })
    expect(
      await rejectionOf(earlierNode.query(`update "exercises" set "name" = 'Mine' where "userId" = 'ada'`)),
    ).toEqual(readOnlyError)
    expect(await rejectionOf(earlierNode.query(`delete from "exerciseMuscles"`))).toEqual(readOnlyError)
    await earlierNode.end()
    await close()
  },
)
