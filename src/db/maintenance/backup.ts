import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { ask, type SqliteFile } from '../engine/sqlite/ask.ts'
import { databaseFile, newBackupFile } from '../engine/sqlite/data-folder.ts'
import { foldLog, withFile } from '../engine/sqlite/files.ts'
import { copyDatabase, syncToDisk } from '../engine/sqlite/snapshot.ts'
import { lockForWriting } from '../engine/sqlite/writer-lock.ts'
import { contents, migrations, references } from './inspect.ts'

/**
 * A file can't be restored from, or a copy didn't come out right; the message says why. Nothing was changed.
 */
export class UnusableBackupError extends Error {
  override name = 'UnusableBackupError'
  constructor(file: string, why: string) {
    super(`${file} can't be used: ${why}`)
  }
}

/**
 * Copies a database as it is at one moment to a new file, even while a server is using it, and makes sure
 * that the copy could be restored.
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
 * Replaces the database with a backup, after making sure that it is intact and that this program can read it.
 * The old database is kept: its new path is returned, if there was one. The restored database gets a new
 * epoch, which tells clients that what they have seen may never have happened.
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
  const fresh = `${file}.restoring`
  try {
    assertUsable(source)
    rmSync(fresh, { force: true })
    copyWithNewEpoch(source, fresh)
    assertUsable(fresh)
    const replaced = setAside(file, newBackupFile(dataFolder, 'replaced', now))
    renameSync(fresh, file)
    syncToDisk(dirname(file))
    return { replaced }
  } finally {
    rmSync(fresh, { force: true })
    lock.release()
  }
}

function copyWithNewEpoch(source: string, target: string): void {
  withFile(source, 'read', (sqlite) => copyDatabase(sqlite, target))
  withFile(target, 'write', (copy) => {
    ask(copy, "update meta set value = ? where key = 'epoch'", crypto.randomUUID())
  })
  syncToDisk(target)
}

/** Keeps the old database under another name; it also stays in place until the new one replaces it. */
function setAside(file: string, aside: string): string | undefined {
  if (!existsSync(file)) return undefined
  const isNew = foldLog(file)
  // A write-ahead log left behind would be taken for the new database's own.
  for (const suffix of ['-wal', '-shm'])
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix)
  if (isNew) return undefined
  linkSync(file, aside)
  syncToDisk(dirname(aside))
  return aside
}

function assertUsable(file: string): void {
  try {
    withFile(file, 'read', (sqlite) => {
      for (const check of [migrations, contents, references]) {
        const { good, detail } = check(sqlite)
        if (!good) throw new UnusableBackupError(file, detail)
      }
    })
  } catch (error) {
    if (error instanceof UnusableBackupError) throw error
    throw new UnusableBackupError(file, error instanceof Error ? error.message : String(error))
  }
}
