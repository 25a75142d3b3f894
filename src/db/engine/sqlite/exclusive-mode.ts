import type { Database } from 'bun:sqlite'
import { hasFreeSpace } from './free-space.ts'
import { runSql } from './run-sql.ts'
import { readSetting } from './settings.ts'

/**
 * Makes a new connection keep the index of the write-ahead log in memory instead of in a file, so that a
 * database can be read even if the disk has no space for that file. Meanwhile, no other process can read
 * it. https://sqlite.org/wal.html#use_of_wal_without_shared_memory
 */
export function enterExclusiveMode(sqlite: Database): void {
  runSql(sqlite, 'pragma locking_mode = exclusive')
}

/** Whether other processes and other connections are locked out. */
export function isExclusive(sqlite: Database): boolean {
  return readSetting(sqlite, 'locking_mode') === 'exclusive'
}

/** Allows other processes again if the disk now has space, and returns whether it did. The connection must be idle. */
export function leaveExclusiveMode(sqlite: Database): boolean {
  if (!hasFreeSpace(sqlite)) return false
  try {
    // The mode can't change while the write-ahead log is in use.
    runSql(sqlite, 'pragma journal_mode = delete')
    runSql(sqlite, 'pragma locking_mode = normal')
    runSql(sqlite, 'pragma journal_mode = wal')
  } catch {
    enterExclusiveMode(sqlite)
    runSql(sqlite, 'pragma journal_mode = wal')
  }
  return !isExclusive(sqlite)
}
