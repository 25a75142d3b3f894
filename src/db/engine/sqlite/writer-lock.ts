import { Database, SQLiteError } from 'bun:sqlite'
import { prepareFile } from './data-folder.ts'

/** Another process is serving this database. */
export class DatabaseInUseError extends Error {
  override name = 'DatabaseInUseError'
  constructor(file: string) {
    super(`another Replog server is using ${file}: stop it first`)
  }
}

/**
 * Makes this process the only server of a database until `release`. Two servers on one file would starve
 * each other, and each would cache data that the other changes. Reads and backups don't need the lock.
 *
 * It is a SQLite lock on an empty file next to the database. The system releases it when the process ends
 * for any reason, so a crash leaves nothing to clean up.
 *
 * @throws {DatabaseInUseError} if another process has the lock
 */
export function lockForWriting(file: string): { release(): void } {
  const lockFile = `${file}.lock`
  prepareFile(lockFile)
  const lock = new Database(lockFile)
  try {
    lock.run('pragma busy_timeout = 0')
    // Avoids a journal on the disk, which may be full.
    lock.run('pragma journal_mode = memory')
    lock.run('begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof SQLiteError && error.code?.startsWith('SQLITE_BUSY'))
      throw new DatabaseInUseError(file)
    throw error
  }
  return { release: () => lock.close() }
}
