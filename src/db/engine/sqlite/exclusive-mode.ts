import type { Database } from 'bun:sqlite'
import { ask } from './ask.ts'
import { hasRoom } from './free-space.ts'
import { readSetting } from './settings.ts'

/**
 * Makes a fresh connection keep the index of the write-ahead log in its own memory instead of in a file: so a
 * database can be read even if the disk has no room for that file. No other process can read it meanwhile.
 * https://sqlite.org/wal.html#use_of_wal_without_shared_memory
 */
export function enterExclusiveMode(sqlite: Database): void {
  ask(sqlite, 'pragma locking_mode = exclusive')
}

/** Whether other processes, and other connections of this one, are shut out. */
export function isExclusive(sqlite: Database): boolean {
  return readSetting(sqlite, 'locking_mode') === 'exclusive'
}

/** Lets other processes in again, if the disk has room now. Nothing may be running on the connection. */
export function leaveExclusiveMode(sqlite: Database): boolean {
  if (!hasRoom(sqlite)) return false
  try {
    // The mode can't change while the write-ahead log is in use.
    ask(sqlite, 'pragma journal_mode = delete')
    ask(sqlite, 'pragma locking_mode = normal')
    ask(sqlite, 'pragma journal_mode = wal')
  } catch {
    enterExclusiveMode(sqlite)
    ask(sqlite, 'pragma journal_mode = wal')
  }
  return !isExclusive(sqlite)
}
