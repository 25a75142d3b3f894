import { constants, Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import { applySettings, readSetting, settings } from '#db/engine/sqlite/settings.ts'
import { withExistingDatabase } from '#db/engine/sqlite/with-existing-database.ts'
import { transactHousekeeping } from '#db/engine/transact.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'
import { insertUser, openTestDatabase, temporaryFolder, userIds } from '../fixture.ts'

const permissions = (path: string) => statSync(path).mode & 0o777

test('opening creates the folder and the files, accessible only to their owner', async () => {
  const folder = join(temporaryFolder(), 'new', 'data')
  const { db } = await openTestDatabase(folder)
  await insertUser(db)
  expect(permissions(folder)).toBe(0o700)
  for (const suffix of ['', '-wal', '-shm', '.lock'])
    expect(permissions(databaseFile(folder) + suffix)).toBe(0o600)
})

test("opening removes other users' permissions from an existing file", async () => {
  const folder = temporaryFolder()
  writeFileSync(databaseFile(folder), '', { mode: 0o644 })
  await openTestDatabase(folder)
  expect(permissions(databaseFile(folder))).toBe(0o600)
})

test('every setting has the required value after opening', async () => {
  const { sqlite } = await openTestDatabase(temporaryFolder())
  expect(Object.fromEntries(settings.map(({ name }) => [name, readSetting(sqlite, name)]))).toMatchObject({
    busy_timeout: 5000,
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
  })
  for (const { name, value } of settings) expect(readSetting(sqlite, name)).toBe(value)
})

test('closing leaves no connection open, even if only transactions used it', async () => {
  const { sqlite, db, close } = await openDatabase({ file: databaseFile(temporaryFolder()) })
  await transactHousekeeping(db, async (tx) => {
    await tx.selectFrom('meta').selectAll().execute()
  })
  await close()
  expect(() => sqlite.query('select 1').get()).toThrow()
})

test('the error for a setting that does not take effect names the setting', () => {
  const { SQLITE_OPEN_URI, SQLITE_OPEN_READWRITE, SQLITE_OPEN_CREATE } = constants
  // A database in memory can't have a write-ahead log, so this setting does not take effect.
  const flags = SQLITE_OPEN_URI | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
  const sqlite = new Database('file:nowhere?mode=memory', flags)
  expect(() => applySettings(sqlite)).toThrow('setting journal_mode is memory but must be wal')
  sqlite.close()
})

test('a second server on the same database is rejected until the first one has stopped', async () => {
  const folder = temporaryFolder()
  const first = await openTestDatabase(folder)
  expect(await rejectionMessageOf(openDatabase({ file: databaseFile(folder) }))).toContain(
    'another Replog server is using',
  )
  await first.close()
  await openTestDatabase(folder)
})

test('a command reads the database while a server writes to it', async () => {
  const folder = temporaryFolder()
  const { db } = await openTestDatabase(folder)
  const id = await insertUser(db)
  expect(
    withExistingDatabase(databaseFile(folder), (sqlite) => runSql(sqlite, 'select id from users')),
  ).toEqual([[id]])
})

test('a command does not create a missing database', () => {
  const file = databaseFile(temporaryFolder())
  expect(() => withExistingDatabase(file, () => 0)).toThrow('there is no database')
  expect(existsSync(file)).toBe(false)
})

test('closing checkpoints the write-ahead log, and reopening finds everything that was written', async () => {
  const folder = temporaryFolder()
  const first = await openTestDatabase(folder)
  const id = await insertUser(first.db)
  await first.close()
  expect(existsSync(`${databaseFile(folder)}-wal`)).toBe(false)
  const second = await openTestDatabase(folder)
  expect(await userIds(second.db)).toEqual([id])
})
