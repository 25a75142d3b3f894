import { Database } from 'bun:sqlite'
import { existsSync } from 'node:fs'
import { applySettings } from './settings.ts'

/** There is no database to work on. */
export class NoDatabaseError extends Error {
  override name = 'NoDatabaseError'
  constructor(file: string) {
    super(`there is no database at ${file}: check REPLOG_DATA`)
  }
}

/**
 * Opens a database, which a server may be using, for a command that inspects or copies it, and closes it
 * afterwards. Creates nothing and migrates nothing.
 *
 * @throws {NoDatabaseError} if there is none
 */
export function visitDatabase<T>(file: string, work: (sqlite: Database) => T): T {
  if (!existsSync(file)) throw new NoDatabaseError(file)
  const sqlite = new Database(file, { readwrite: true, create: false })
  try {
    applySettings(sqlite)
    return work(sqlite)
  } finally {
    sqlite.close()
  }
}
