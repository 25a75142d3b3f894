import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { kyselyOf } from '#db/engine/kysely.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import { copyDatabase } from '#db/engine/sqlite/snapshot.ts'
import { transact } from '#db/engine/transact.ts'
import { backup, restore } from '#db/maintenance/backup.ts'
import { inspect } from '#db/maintenance/inspect.ts'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/migrations/migrate.ts'
import type { Db } from '#db/schema/index.ts'
import { insertUser, openTestDatabase, temporaryFolder, userIds } from '#tests/db/fixture.ts'

const now = new Date('2026-11-20T17:02:00.000Z')

const epoch = async (db: Db) =>
  (await db.selectFrom('meta').select('value').where('key', '=', 'epoch').execute())[0]?.value

/** A data folder whose database has the user `new`, and a backup with the user `old`. */
async function folderAndBackup(): Promise<{ folder: string; copy: string; epochs: (string | undefined)[] }> {
  const folder = temporaryFolder()
  const copy = join(temporaryFolder(), 'copy.db')
  const { db, sqlite, close } = await openTestDatabase(folder)
  await insertUser(db, 'old')
  backup(sqlite, copy)
  await kyselyOf(db).deleteFrom('users').execute()
  await insertUser(db, 'new')
  const epochs = [await epoch(db)]
  await close()
  return { folder, copy, epochs }
}

test('a backup of a database in use contains exactly what was committed, with owner-only permissions', async () => {
  const { db, sqlite } = await openTestDatabase(temporaryFolder())
  const copy = join(temporaryFolder(), 'copy.db')
  await insertUser(db, 'a')
  const reader = new Database(sqlite.filename)
  await transact(db, 'b', async (tx) => {
    await insertUser(tx, 'b')
    backup(reader, copy)
  })
  reader.close()
  const backedUp = new Database(copy, { readonly: true })
  expect(runSql(backedUp, 'select id from users')).toEqual([['a']])
  expect(
    inspect(backedUp)
      .findings.filter(({ what }) => what !== 'settings')
      .every(({ good }) => good),
  ).toBe(true)
  backedUp.close()
  expect(statSync(copy).mode & 0o777).toBe(0o600)
})

test('a backup never replaces a file', async () => {
  const { sqlite } = await openTestDatabase(temporaryFolder())
  const copy = join(temporaryFolder(), 'copy.db')
  writeFileSync(copy, 'precious')
  expect(() => backup(sqlite, copy)).toThrow('exists')
  expect(readFileSync(copy, 'utf8')).toBe('precious')
})

test('a restore replaces the database with the backup, keeps the old one, and sets a new epoch', async () => {
  const { folder, copy, epochs } = await folderAndBackup()
  const { replaced } = restore(copy, folder, now)
  const { db, close } = await openTestDatabase(folder)
  expect(await userIds(db)).toEqual(['old'])
  expect(await epoch(db)).toMatch(/^[0-9a-f-]{36}$/)
  expect(epochs).not.toContain(await epoch(db))
  await close()
  expect(replaced).toBe(join(folder, 'backups', 'replaced-20261120T170200000Z.db'))
  restore(replaced ?? '', folder, new Date(now.getTime() + 1))
  const restoredAgain = await openTestDatabase(folder)
  expect(await userIds(restoredAgain.db)).toEqual(['new'])
})

test('a restore into a folder without a database creates it', async () => {
  const { copy } = await folderAndBackup()
  const folder = join(temporaryFolder(), 'elsewhere')
  expect(restore(copy, folder, now)).toEqual({ replaced: undefined })
  const { db } = await openTestDatabase(folder)
  expect(await userIds(db)).toEqual(['old'])
})

test('a restore checkpoints the write-ahead log of a killed server into the replaced database', async () => {
  const { folder, copy } = await folderAndBackup()
  const killed = Bun.spawnSync([
    process.execPath,
    join(import.meta.dir, 'insert-and-die.ts'),
    databaseFile(folder),
  ])
  expect(killed.signalCode).toBe('SIGKILL')
  expect(existsSync(`${databaseFile(folder)}-wal`)).toBe(true)
  const { replaced } = restore(copy, folder, now)
  expect(existsSync(`${databaseFile(folder)}-wal`)).toBe(false)
  const previous = new Database(replaced ?? '', { readonly: true })
  expect(runSql(previous, 'select id from users order by id').flat()).toEqual(['last', 'new'])
  previous.close()
})

test('a restore is rejected while a server is running', async () => {
  const { folder, copy } = await folderAndBackup()
  const { db } = await openTestDatabase(folder)
  expect(() => restore(copy, folder, now)).toThrow('another Replog server is using')
  expect(await userIds(db)).toEqual(['new'])
})

const damages: [string, (copy: string) => void | Promise<void>][] = [
  ['is truncated', (copy) => truncateSync(copy, 40_000)],
  ['is empty', (copy) => truncateSync(copy, 0)],
  ['has an overwritten page', (copy) => overwrite(copy, 5 * 4096, 4096)],
  ['is not a database', (copy) => writeFileSync(copy, 'workouts')],
  [
    'belongs to another program',
    (copy) => {
      const damaged = new Database(copy)
      damaged.run('pragma application_id = 1')
      damaged.close()
    },
  ],
  [
    'has rows whose owner is missing',
    (copy) => {
      const damaged = new Database(copy)
      damaged.run(
        'insert into measurements select id, id, id, 1, ?, 1, 1, null, 1, 1, 1, null, 1 from users',
        ['kg'],
      )
      damaged.run('pragma foreign_keys = off')
      damaged.run('delete from users')
      damaged.close()
    },
  ],
  [
    'is from a later version',
    async (copy) => {
      const { db, sqlite } = await openTestDatabase(temporaryFolder())
      await migrate(db, sqlite, { ...migrations, '9999-later': async () => ({ up: async () => {} }) })
      rmSync(copy)
      copyDatabase(sqlite, copy)
    },
  ],
]

for (const [name, damage] of damages) {
  test(`a backup that ${name} is rejected, and the database is unchanged`, async () => {
    const { folder, copy } = await folderAndBackup()
    await damage(copy)
    expect(() => restore(copy, folder, now)).toThrow("can't be used")
    expect(readdirSync(folder).sort()).toEqual(['replog.db', 'replog.db.lock'])
    const { db } = await openTestDatabase(folder)
    expect(await userIds(db)).toEqual(['new'])
  })
}

test("a damaged database can't be backed up, is reported by inspect, and can be replaced", async () => {
  const { folder, copy } = await folderAndBackup()
  const file = databaseFile(folder)
  overwrite(file, 5 * 4096, 4096)
  const target = join(folder, 'copy-of-damaged.db')
  const damaged = new Database(file)
  expect(() => backup(damaged, target)).toThrow()
  expect(existsSync(target)).toBe(false)
  expect(inspect(damaged).good).toBe(false)
  damaged.close()
  const damagedBytes = readFileSync(file)
  const { replaced } = restore(copy, folder, now)
  expect(
    readFileSync(replaced ?? '')
      .subarray(4096)
      .equals(damagedBytes.subarray(4096)),
  ).toBe(true)
  const { db } = await openTestDatabase(folder)
  expect(await userIds(db)).toEqual(['old'])
})

/** Overwrites a part of a file. */
function overwrite(file: string, start: number, length: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, start, start + length)
  writeFileSync(file, bytes)
}
