import { Database } from 'bun:sqlite'
import { statSync } from 'node:fs'
import { translatingErrors } from './errors.ts'
import { runSql, type SqliteFile } from './run-sql.ts'

/** Opens a database file without the server's settings, and closes it afterward. */
export function withFile<T>(file: string, mode: 'read' | 'write', work: (sqlite: SqliteFile) => T): T {
  const options = mode === 'read' ? { readonly: true } : { readwrite: true, create: false }
  const sqlite = translatingErrors(() => new Database(file, options))
  try {
    runSql(sqlite, 'pragma busy_timeout = 5000')
    runSql(sqlite, 'pragma trusted_schema = off')
    return work(sqlite)
  } finally {
    sqlite.close()
  }
}

/**
 * Copies the write-ahead log into the file and empties it, if the database can still be read. Returns whether the
 * database is empty.
 */
export function checkpointLog(file: string): boolean {
  try {
    return withFile(file, 'write', (sqlite) => {
      runSql(sqlite, 'pragma wal_checkpoint(truncate)')
      return Number(runSql(sqlite, 'pragma page_count')[0]?.[0]) === 0
    })
  } catch {
    // The database is damaged, which may be why it is being replaced: leave it unchanged.
    return false
  }
}

/** The size of a file; 0 if there is none. */
export function fileBytes(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
