import { Database } from 'bun:sqlite'
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { Unavailable } from '#lib/unavailable.ts'
import { translatingErrors } from './errors.ts'
import { applySettings } from './settings.ts'

/** There is no database to work on. */
class NoDatabaseError extends Error {
  override name = 'NoDatabaseError'
  constructor(file: string) {
    super(`there is no database at ${file}: check REPLOG_DATA`)
  }
}

/** The database's folder isn't writable. */
class ReadOnlyFolderError extends Error {
  override name = 'ReadOnlyFolderError'
  constructor(file: string) {
    super(
      `the folder ${dirname(file)} isn't writable, but SQLite must write next to a database even to read it: ` +
        `mount the folder writable or run the command as its owner, or copy ${file} (and ${file}-wal, if it is ` +
        'there) to a folder that can be written and set REPLOG_DATA to that one',
    )
  }
}

/**
 * Opens a database, which a server may be using, for a command that inspects or copies it, and closes it
 * afterward. Doesn't create or migrate anything.
 *
 * @throws {NoDatabaseError} if there is none
 * @throws {ReadOnlyFolderError} if its folder isn't writable
 */
export function withExistingDatabase<T>(file: string, work: (sqlite: Database) => T): T {
  if (!existsSync(file)) throw new NoDatabaseError(file)
  const sqlite = openExisting(file)
  try {
    return work(sqlite)
  } finally {
    sqlite.close()
  }
}

function openExisting(file: string): Database {
  let sqlite: Database | undefined
  try {
    sqlite = translatingErrors(() => new Database(file, { readwrite: true, create: false }))
    applySettings(sqlite)
    return sqlite
  } catch (error) {
    sqlite?.close()
    if (error instanceof Unavailable && !isWritable(dirname(file))) throw new ReadOnlyFolderError(file)
    throw error
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
