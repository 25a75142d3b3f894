import { Database } from 'bun:sqlite'
import { statSync } from 'node:fs'
import { ask, type SqliteFile } from './ask.ts'
import { translating } from './errors.ts'

/** Opens a database file without the server's settings, and closes it afterward. */
export function withFile<T>(file: string, mode: 'read' | 'write', work: (sqlite: SqliteFile) => T): T {
  const options = mode === 'read' ? { readonly: true } : { readwrite: true, create: false }
  const sqlite = translating(() => new Database(file, options))
  try {
    ask(sqlite, 'pragma busy_timeout = 5000')
    ask(sqlite, 'pragma trusted_schema = off')
    return work(sqlite)
  } finally {
    sqlite.close()
  }
}

/** Checkpoints the write-ahead log into the file, if the database can still be read. True if it is empty. */
export function foldLog(file: string): boolean {
  try {
    return withFile(file, 'write', (sqlite) => {
      ask(sqlite, 'pragma wal_checkpoint(truncate)')
      return Number(ask(sqlite, 'pragma page_count')[0]?.[0]) === 0
    })
  } catch {
    // It is damaged, perhaps the reason for replacing it, so leave it unchanged.
    return false
  }
}

/** The size of a file; 0 if there is none. */
export function fileBytes(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
