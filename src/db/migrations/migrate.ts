import { readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { backupFolder, newBackupFile } from '../engine/sqlite/data-folder.ts'
import { freeBytes } from '../engine/sqlite/free-space.ts'
import { runSql, type SqliteFile } from '../engine/sqlite/run-sql.ts'
import { isInMemory, readSetting } from '../engine/sqlite/settings.ts'
import { copyDatabase } from '../engine/sqlite/snapshot.ts'
import { transactMigration } from '../engine/transact.ts'
import type { Db } from '../schema/index.ts'
import { loadMigrations, type Migrations, migrations } from './index.ts'
import { NewerDatabaseError } from './newer-database.ts'

/** Marks a SQLite file as Replog's: `RPLG`. */
const applicationId = 0x52504c47

/** The number of pre-migration backups to keep. */
const maxBackups = 3

const backupLabel = 'before-'

const migrationTable = 'migrations'

/** The file is a SQLite database, but not one of Replog's. Nothing was changed. */
export class ForeignDatabaseError extends Error {
  override name = 'ForeignDatabaseError'
  constructor() {
    super('the file is a database of another program')
  }
}

/** The disk has no space for a copy of the database and the writes of a migration. Nothing was changed. */
export class InsufficientSpaceError extends Error {
  override name = 'InsufficientSpaceError'
  constructor(file: string, needed: number, free: number) {
    super(
      `updating the database takes ${megabytes(needed)} MB next to ${file} for a backup and for rewritten ` +
        `data, but the disk has only ${megabytes(free)} MB: free up some space and start again`,
    )
  }
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000)

/** Migrations that rewrite most of the file, which is smaller afterward. */
const rewritingMigrations = ['0012-workout-documents', '0024-smaller-packed-sets']

/**
 * Migrates the database to this release's schema in one transaction. A database that contains data is
 * first copied to `backups` next to it. If the process is killed meanwhile, the database is unchanged,
 * and the next start tries again.
 *
 * @throws {InsufficientSpaceError} if the disk doesn't have enough space
 * @throws {NewerDatabaseError} if it has migrations that this release doesn't know
 * @throws {ForeignDatabaseError} if it isn't one of Replog's
 */
export async function migrate(db: Db, sqlite: SqliteFile, known: Migrations = migrations): Promise<void> {
  const applied = appliedMigrations(sqlite, known)
  const pending = Object.keys(known).filter((name) => !applied.includes(name))
  const nextMigration = pending[0]
  if (nextMigration === undefined) return
  const rewrites = pending.some((name) => rewritingMigrations.includes(name))
  if (applied.length > 0 && !isInMemory(sqlite)) {
    assertFreeSpace(sqlite, rewrites)
    backUpBefore(sqlite, nextMigration)
  }
  await transactMigration(db, async (tx) => {
    const migrator = new Migrator({
      db: tx,
      provider: { getMigrations: () => loadMigrations(known) },
      migrationTableName: migrationTable,
      migrationLockTableName: `${migrationTable}Lock`,
    })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
    await sql`pragma application_id = ${sql.lit(applicationId)}`.execute(tx)
  })
  if (rewrites && applied.length > 0 && !isInMemory(sqlite)) shrinkFile(sqlite)
}

const sizeOf = (sqlite: SqliteFile) =>
  Number(readSetting(sqlite, 'page_count')) * Number(readSetting(sqlite, 'page_size'))

/** The copy takes as much space as the database; rewritten data goes through the log into the file. */
function assertFreeSpace(sqlite: SqliteFile, rewrites: boolean): void {
  const needed = sizeOf(sqlite) * (rewrites ? 3 : 1)
  const free = freeBytes(sqlite)
  if (free < needed) throw new InsufficientSpaceError(sqlite.filename, needed, free)
}

/** Shrinks the file to the size of its contents, if the disk has enough space to do so. */
function shrinkFile(sqlite: SqliteFile): void {
  try {
    runSql(sqlite, 'vacuum')
  } catch {
    // Later writes will use the free pages.
  }
}

/**
 * The names of a database's migrations, in order; none for a new one.
 *
 * @throws {NewerDatabaseError} if this release doesn't know one of them
 * @throws {ForeignDatabaseError} if it isn't one of Replog's
 */
export function appliedMigrations(sqlite: SqliteFile, known: Migrations = migrations): string[] {
  const tables = readColumn(sqlite, "select name from sqlite_schema where type = 'table'")
  if (tables.length === 0) return []
  if (readSetting(sqlite, 'application_id') !== applicationId) throw new ForeignDatabaseError()
  const applied = readColumn(sqlite, `select name from ${migrationTable} order by name`)
  const unknown = applied.filter((name) => !Object.hasOwn(known, name))
  if (unknown.length > 0) throw new NewerDatabaseError(unknown)
  return applied
}

/** The names of this release's migrations, in order. */
export function knownMigrations(): string[] {
  return Object.keys(migrations).sort()
}

function readColumn(sqlite: SqliteFile, sql: string): string[] {
  return runSql(sqlite, sql).map((row) => String(row[0]))
}

/** Copies the database before a migration, and deletes all but the last few such backups. */
function backUpBefore(sqlite: SqliteFile, migration: string): void {
  const dataFolder = dirname(sqlite.filename)
  copyDatabase(sqlite, newBackupFile(dataFolder, `${backupLabel}${migration}`, new Date()))
  const folder = backupFolder(dataFolder)
  const backups = readdirSync(folder).filter((name) => name.startsWith(backupLabel))
  for (const backup of backups.sort().slice(0, -maxBackups)) rmSync(join(folder, backup))
}
