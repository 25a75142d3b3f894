import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { databaseFile, newBackupFile } from '../engine/sqlite/data-folder.ts'
import { checkpointLog, withFile } from '../engine/sqlite/files.ts'
import { runSql, type SqliteFile } from '../engine/sqlite/run-sql.ts'
import { copyDatabase, syncToDisk } from '../engine/sqlite/snapshot.ts'
import { lockForWriting } from '../engine/sqlite/writer-lock.ts'
import { checkContents, checkMigrations, checkReferences } from './inspect.ts'

/** A file that can't be restored, or a copy that failed verification. Nothing was changed. */
class UnusableBackupError extends Error {
  override name = 'UnusableBackupError'
  constructor(file: string, reason: string) {
    super(`${file} can't be used: ${reason}`)
  }
}

/**
 * Copies a consistent snapshot of a database to a new file, even while a server is using it, and verifies
 * that the copy can be restored.
 *
 * @throws {UnusableBackupError} if the database itself is damaged; no copy is left
 */
export function backup(sqlite: SqliteFile, target: string): void {
  copyDatabase(sqlite, target)
  try {
    assertUsable(target)
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  }
}

/**
 * Replaces the database with a backup, after verifying that it is intact and that this version can read
 * it. The old database, if there is one, is renamed, and its new path is returned. The restored database
 * gets a new epoch, from which clients learn that changes they have seen may be missing.
 *
 * A crash at any moment leaves either the old database or the new one.
 *
 * @throws {UnusableBackupError} if the backup can't be used
 * @throws {DatabaseInUseError} if a server is using the database
 */
export function restore(source: string, dataFolder: string, now: Date): { replaced: string | undefined } {
  if (!existsSync(source)) throw new UnusableBackupError(source, 'there is no such file')
  const file = databaseFile(dataFolder)
  const lock = lockForWriting(file)
  const temporary = `${file}.restoring`
  try {
    assertUsable(source)
    rmSync(temporary, { force: true })
    copyWithNewEpoch(source, temporary)
    assertUsable(temporary)
    const replaced = setAside(file, newBackupFile(dataFolder, 'replaced', now))
    renameSync(temporary, file)
    syncToDisk(dirname(file))
    return { replaced }
  } finally {
    rmSync(temporary, { force: true })
    lock.release()
  }
}

function copyWithNewEpoch(source: string, target: string): void {
  withFile(source, 'read', (sqlite) => copyDatabase(sqlite, target))
  withFile(target, 'write', (copy) => {
    runSql(copy, "update meta set value = ? where key = 'epoch'", crypto.randomUUID())
  })
  syncToDisk(target)
}

/** Links the old database to another name; it stays in place until the new one replaces it. */
function setAside(file: string, aside: string): string | undefined {
  if (!existsSync(file)) return undefined
  const isEmpty = checkpointLog(file)
  // SQLite would apply a leftover write-ahead log to the new database.
  for (const suffix of ['-wal', '-shm'])
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix)
  if (isEmpty) return undefined
  linkSync(file, aside)
  syncToDisk(dirname(aside))
  return aside
}

function assertUsable(file: string): void {
  try {
    withFile(file, 'read', (sqlite) => {
      for (const check of [checkMigrations, checkContents, checkReferences]) {
        const { good, detail } = check(sqlite)
        if (!good) throw new UnusableBackupError(file, detail)
      }
    })
  } catch (error) {
    if (error instanceof UnusableBackupError) throw error
    throw new UnusableBackupError(file, error instanceof Error ? error.message : String(error))
  }
}
