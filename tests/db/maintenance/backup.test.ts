import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { kyselyOf } from '#db/engine/kysely.ts'
import { ask } from '#db/engine/sqlite/ask.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
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

/** A data folder whose database has one user, and a backup of it with another. */
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
  const read = new Database(copy, { readonly: true })
  expect(ask(read, 'select id from users')).toEqual([['a']])
  expect(
    inspect(read)
      .findings.filter(({ what }) => what !== 'settings')
      .every(({ good }) => good),
  ).toBe(true)
  read.close()
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
  const again = await openTestDatabase(folder)
  expect(await userIds(again.db)).toEqual(['new'])
})

test('a restore into a folder without a database creates it', async () => {
  const { copy } = await folderAndBackup()
  const folder = join(temporaryFolder(), 'elsewhere')
  expect(restore(copy, folder, now)).toEqual({ replaced: undefined })
  const { db } = await openTestDatabase(folder)
  expect(await userIds(db)).toEqual(['old'])
})

test('a restore folds the write-ahead log of a killed server into the replaced database', async () => {
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
  const kept = new Database(replaced ?? '', { readonly: true })
  expect(ask(kept, 'select id from users order by id').flat()).toEqual(['last', 'new'])
  kept.close()
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
  ['has a page of noise', (copy) => overwrite(copy, 5 * 4096, 4096)],
  ['is not a database', (copy) => writeFileSync(copy, 'workouts')],
  [
    'is of another program',
    (copy) => {
      const other = new Database(copy)
      other.run('pragma application_id = 1')
      other.close()
    },
  ],
  [
    'has rows whose owner is missing',
    (copy) => {
      const other = new Database(copy)
      other.run('insert into measurements select id, id, id, 1, ?, 1, 1, null, 1, 1, 1, null, 1 from users', [
        'kg',
      ])
      other.run('pragma foreign_keys = off')
      other.run('delete from users')
      other.close()
    },
  ],
  [
    'is of a later version',
    async (copy) => {
      const { db, sqlite } = await openTestDatabase(temporaryFolder())
      await migrate(db, sqlite, { ...migrations, '9999-later': { up: async () => {} } })
      rmSync(copy)
      copyDatabase(sqlite, copy)
    },
  ],
]

for (const [what, damage] of damages) {
  test(`a backup that ${what} is rejected, and the database is unchanged`, async () => {
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
  const noise = readFileSync(file)
  const { replaced } = restore(copy, folder, now)
  expect(
    readFileSync(replaced ?? '')
      .subarray(4096)
      .equals(noise.subarray(4096)),
  ).toBe(true)
  const { db } = await openTestDatabase(folder)
  expect(await userIds(db)).toEqual(['old'])
})

/** Overwrites a part of a file with noise. */
function overwrite(file: string, at: number, length: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, at, at + length)
  writeFileSync(file, bytes)
}
