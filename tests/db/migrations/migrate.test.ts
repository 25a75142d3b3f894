import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { kyselyOf } from '#db/engine/kysely.ts'
import { ask } from '#db/engine/sqlite/ask.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { migrations } from '#db/migrations/index.ts'
import { appliedMigrations, knownMigrations, migrate } from '#db/migrations/migrate.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { insertUser, openTestDatabase, temporaryFolder, userIds } from '#tests/db/fixture.ts'

const more = (up: (db: Kysely<unknown>) => Promise<void>, name = '9999-more') => ({
  ...migrations,
  [name]: { up },
})

const addTable = async (db: Kysely<unknown>) => {
  await kyselyOf(db).schema.createTable('extra').addColumn('id', 'text').execute()
}

const tables = (sqlite: Database) => ask(sqlite, "select name from sqlite_schema where type = 'table'").flat()

test('a new database gets every migration, and a second start applies none', async () => {
  const folder = temporaryFolder()
  const first = await openTestDatabase(folder)
  expect(appliedMigrations(first.sqlite)).toEqual(knownMigrations())
  const epoch = ask(first.sqlite, "select value from meta where key = 'epoch'")
  await first.close()
  const second = await openTestDatabase(folder)
  expect(appliedMigrations(second.sqlite)).toEqual(knownMigrations())
  expect(ask(second.sqlite, "select value from meta where key = 'epoch'")).toEqual(epoch)
  expect(readdirSync(folder)).not.toContain('backups')
})

test('a database with data is copied before it is migrated', async () => {
  const folder = temporaryFolder()
  const { db, sqlite } = await openTestDatabase(folder)
  const id = await insertUser(db)
  await migrate(db, sqlite, more(addTable))
  expect(tables(sqlite)).toContain('extra')
  const copies = readdirSync(join(folder, 'backups'))
  expect(copies).toEqual([expect.stringMatching(/^before-9999-more-\d{8}T\d{9}Z\.db$/)])
  const copy = new Database(join(folder, 'backups', copies[0] ?? ''), { readonly: true })
  expect(ask(copy, 'select id from users')).toEqual([[id]])
  expect(tables(copy)).not.toContain('extra')
  copy.close()
})

test('the last few copies are kept', async () => {
  const folder = temporaryFolder()
  const { db, sqlite } = await openTestDatabase(folder)
  let known = migrations
  for (const name of ['9991-a', '9992-b', '9993-c', '9994-d', '9995-e']) {
    known = { ...known, [name]: { up: async () => {} } }
    await migrate(db, sqlite, known)
  }
  const copies = readdirSync(join(folder, 'backups')).map((name) => name.slice(7, 13))
  expect(copies.sort()).toEqual(['9993-c', '9994-d', '9995-e'])
})

test('a failed migration changes nothing, not even those before it', async () => {
  const folder = temporaryFolder()
  const { db, sqlite } = await openTestDatabase(folder)
  const id = await insertUser(db)
  const failing = {
    ...more(addTable),
    '9999-worse': {
      up: async (tx: Kysely<unknown>) => {
        await sql`delete from users`.execute(tx)
        throw new Error('no')
      },
    },
  }
  await expect(migrate(db, sqlite, failing)).rejects.toThrow('no')
  expect(tables(sqlite)).not.toContain('extra')
  expect(await userIds(db)).toEqual([id])
  expect(appliedMigrations(sqlite)).toEqual(knownMigrations())
})

test('a database of a later version is rejected and unchanged', async () => {
  const folder = temporaryFolder()
  const { db, sqlite, close } = await openTestDatabase(folder)
  await migrate(db, sqlite, more(addTable))
  await close()
  await expect(openDatabase({ file: databaseFile(folder) })).rejects.toThrow(
    'newer version of Replog (it has 9999-more)',
  )
  const sqliteAgain = new Database(databaseFile(folder), { readonly: true })
  expect(tables(sqliteAgain)).toContain('extra')
  sqliteAgain.close()
})

test('a database of another program is rejected and unchanged', async () => {
  const folder = temporaryFolder()
  const other = new Database(databaseFile(folder))
  other.run('create table theirs (a)')
  other.close()
  await expect(openDatabase({ file: databaseFile(folder) })).rejects.toThrow('database of another program')
  const again = new Database(databaseFile(folder), { readonly: true })
  expect(tables(again)).toEqual(['theirs'])
  again.close()
})
