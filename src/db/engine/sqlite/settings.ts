import type { Database } from 'bun:sqlite'
import { runSql } from './run-sql.ts'

/** A setting of a SQLite connection, which is set and read back. */
interface Setting {
  readonly name: string
  readonly value: number | string
  /** False if it doesn't apply to databases in memory, such as journal modes and memory maps. */
  readonly inMemory: boolean
}

/**
 * The settings of each connection, in order: the busy timeout comes first, because the others may find
 * the file locked. WAL with `synchronous` FULL makes acknowledged writes survive a power failure.
 */
export const settings: readonly Setting[] = [
  { name: 'busy_timeout', value: 5000, inMemory: true },
  { name: 'journal_mode', value: 'wal', inMemory: false },
  { name: 'synchronous', value: 2, inMemory: true },
  { name: 'foreign_keys', value: 1, inMemory: true },
  { name: 'trusted_schema', value: 0, inMemory: true },
  // Negative means KiB: 8 MiB of pages. The system caches the rest of the file anyway, and 32 MiB took 40
  // MB without any benefit.
  { name: 'cache_size', value: -8_192, inMemory: true },
  // The log is copied into the database every 1000 pages (4 MiB), and truncated to 16 MiB if it grew larger.
  { name: 'wal_autocheckpoint', value: 1000, inMemory: true },
  { name: 'journal_size_limit', value: 16 * 1024 * 1024, inMemory: true },
  // 2 means memory, so that sorts and the like don't leave files behind.
  { name: 'temp_store', value: 2, inMemory: true },
]

/** The first SQLite version without a WAL bug that can corrupt a database. */
const minSqliteVersion = '3.51.3'

/** SQLite didn't accept a setting, so the database isn't safe on this file system or runtime. */
class SettingError extends Error {
  override name = 'SettingError'
  constructor(setting: string, actual: unknown, expected: unknown) {
    super(`the database setting ${setting} is ${actual} but must be ${expected}`)
  }
}

/**
 * Applies all settings and reads each back. Throws an error with the setting's name if one was not
 * accepted.
 */
export function applySettings(sqlite: Database): void {
  assertSqliteVersion(sqlite)
  for (const { name, value } of settingsFor(sqlite)) runSql(sqlite, `pragma ${name} = ${value}`)
  for (const { name, value } of settingsFor(sqlite)) {
    const actual = readSetting(sqlite, name)
    if (actual !== value) throw new SettingError(name, actual, value)
  }
}

/** The settings that apply to this connection. */
export function settingsFor(sqlite: Database): readonly Setting[] {
  return isInMemory(sqlite) ? settings.filter((setting) => setting.inMemory) : settings
}

/** The current value of a setting. */
export function readSetting(sqlite: Database, name: string): unknown {
  return runSql(sqlite, `pragma ${name}`)[0]?.[0]
}

/** Whether it is a database in memory. */
export function isInMemory(sqlite: Database): boolean {
  return sqlite.filename === '' || sqlite.filename === ':memory:'
}

/** The version of the runtime's built-in SQLite. */
export function sqliteVersion(sqlite: Database): string {
  return String(runSql(sqlite, 'select sqlite_version()')[0]?.[0])
}

function assertSqliteVersion(sqlite: Database): void {
  const version = sqliteVersion(sqlite)
  if (Bun.semver.order(version, minSqliteVersion) < 0) {
    throw new Error(`SQLite ${version} is too old: ${minSqliteVersion} or later is required; update Bun`)
  }
}
