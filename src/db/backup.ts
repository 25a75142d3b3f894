import { Database } from 'bun:sqlite'
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { ask } from './ask.ts'
import { databaseFile, newBackupFile } from './data-folder.ts'
import { contents, migrations, references } from './inspect.ts'
import { copyDatabase, syncToDisk } from './snapshot.ts'
import { lockForWriting } from './writer-lock.ts'

/** Says that a file can't be restored from, or a copy didn't come out right, and why. Nothing was changed. */
export class UnusableBackupError extends Error {
  override name = 'UnusableBackupError'
  constructor(file: string, why: string) {
    super(`${file} can't be used: ${why}`)
  }
}

/**
 * Writes a copy of a database as it is at one moment to a new file, while a server may be using it, and makes
 * sure that it could be restored.
 *
 * @throws {UnusableBackupError} if the database itself is damaged; no copy is left
 */
export function backup(sqlite: Database, target: string): void {
  copyDatabase(sqlite, target)
  try {
    assertUsable(target)
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  }
}

/**
 * Puts a backup in the place of the database, after making sure that it is whole and that this program can
 * read it. The database that was there is kept: the path of its file is returned, if there was one. The
 * restored database gets a new epoch, by which clients know that what they have seen may not have happened.
 *
 * At each moment of this, a crash leaves either the old database or the new one.
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
  reading(source, (sqlite) => copyDatabase(sqlite, target))
  const copy = new Database(target)
  try {
    copy.run("update meta set value = ? where key = 'epoch'", [crypto.randomUUID()])
  } finally {
    copy.close()
  }
  syncToDisk(target)
}

/** Keeps the old database under another name, while it stays in its place until the new one is moved there. */
function setAside(file: string, aside: string): string | undefined {
  if (!existsSync(file)) return undefined
  const isNew = foldLog(file)
  // A log that stayed would be taken for the new database's own.
  for (const suffix of ['-wal', '-shm'])
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix)
  if (isNew) return undefined
  linkSync(file, aside)
  syncToDisk(dirname(aside))
  return aside
}

/** Brings what is in the log into the file, if the database can still be read. True if nothing was ever in it. */
function foldLog(file: string): boolean {
  const old = new Database(file)
  try {
    old.run('pragma busy_timeout = 5000')
    ask(old, 'pragma wal_checkpoint(truncate)')
    return Number(ask(old, 'pragma page_count')[0]?.[0]) === 0
  } catch {
    // It is damaged, which may be why it is being replaced: it is kept as it is.
    return false
  } finally {
    old.close()
  }
}

function assertUsable(file: string): void {
  try {
    reading(file, (sqlite) => {
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

function reading(file: string, work: (sqlite: Database) => void): void {
  const sqlite = new Database(file, { readonly: true })
  try {
    sqlite.run('pragma trusted_schema = off')
    work(sqlite)
  } finally {
    sqlite.close()
  }
}
