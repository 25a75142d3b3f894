import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { kyselyOf } from '#db/engine/kysely.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import { migrations } from '#db/migrations/index.ts'
import { appliedMigrations, knownMigrations, migrate } from '#db/migrations/migrate.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { insertUser, openTestDatabase, temporaryFolder, userIds } from '#tests/db/fixture.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'

const withMigration = (up: (db: Kysely<unknown>) => Promise<void>, name = '9999-more') => ({
  ...migrations,
  [name]: async () => ({ up }),
})

const addTable = async (db: Kysely<unknown>) => {
  await kyselyOf(db).schema.createTable('extra').addColumn('id', 'text').execute()
}

const tables = (sqlite: Database) =>
  runSql(sqlite, "select name from sqlite_schema where type = 'table'").flat()

test('a new database gets every migration, and a second start applies none', async () => {
  const folder = temporaryFolder()
  const first = await openTestDatabase(folder)
  expect(appliedMigrations(first.sqlite)).toEqual(knownMigrations())
  const epoch = runSql(first.sqlite, "select value from meta where key = 'epoch'")
  await first.close()
  const second = await openTestDatabase(folder)
  expect(appliedMigrations(second.sqlite)).toEqual(knownMigrations())
  expect(runSql(second.sqlite, "select value from meta where key = 'epoch'")).toEqual(epoch)
  expect(readdirSync(folder)).not.toContain('backups')
})

test('a database with data is copied before it is migrated', async () => {
  const folder = temporaryFolder()
  const { db, sqlite } = await openTestDatabase(folder)
  const id = await insertUser(db)
  await migrate(db, sqlite, withMigration(addTable))
  expect(tables(sqlite)).toContain('extra')
  const copies = readdirSync(join(folder, 'backups'))
  expect(copies).toEqual([expect.stringMatching(/^before-9999-more-\d{8}T\d{9}Z\.db$/)])
  const copy = new Database(join(folder, 'backups', copies[0] ?? ''), { readonly: true })
  expect(runSql(copy, 'select id from users')).toEqual([[id]])
  expect(tables(copy)).not.toContain('extra')
  copy.close()
})

test('the last three copies are kept', async () => {
  const folder = temporaryFolder()
  const { db, sqlite } = await openTestDatabase(folder)
  let applied = migrations
  for (const name of ['9991-a', '9992-b', '9993-c', '9994-d', '9995-e']) {
    applied = { ...applied, [name]: async () => ({ up: async () => {} }) }
    await migrate(db, sqlite, applied)
  }
  const copies = readdirSync(join(folder, 'backups')).map((name) => name.slice(7, 13))
  expect(copies.sort()).toEqual(['9993-c', '9994-d', '9995-e'])
})

test('a failed migration also undoes the migrations applied just before it', async () => {
  const folder = temporaryFolder()
  const { db, sqlite } = await openTestDatabase(folder)
  const id = await insertUser(db)
  const failing = {
    ...withMigration(addTable),
    '9999-worse': async () => ({
      up: async (tx: Kysely<unknown>) => {
        await sql`delete from users`.execute(tx)
        throw new Error('no')
      },
    }),
  }
  expect(await rejectionMessageOf(migrate(db, sqlite, failing))).toContain('no')
  expect(tables(sqlite)).not.toContain('extra')
  expect(await userIds(db)).toEqual([id])
  expect(appliedMigrations(sqlite)).toEqual(knownMigrations())
})

test('a database of a later version is rejected and not changed', async () => {
  const folder = temporaryFolder()
  const { db, sqlite, close } = await openTestDatabase(folder)
  await migrate(db, sqlite, withMigration(addTable))
  await close()
  expect(await rejectionMessageOf(openDatabase({ file: databaseFile(folder) }))).toContain(
    'newer version of Replog (it has 9999-more)',
  )
  const reopened = new Database(databaseFile(folder), { readonly: true })
  expect(tables(reopened)).toContain('extra')
  reopened.close()
})

test('a database of another program is rejected and not changed', async () => {
  const folder = temporaryFolder()
  const other = new Database(databaseFile(folder))
  other.run('create table theirs (a)')
  other.close()
  expect(await rejectionMessageOf(openDatabase({ file: databaseFile(folder) }))).toContain(
    'database of another program',
  )
  const unchanged = new Database(databaseFile(folder), { readonly: true })
  expect(tables(unchanged)).toEqual(['theirs'])
  unchanged.close()
})
