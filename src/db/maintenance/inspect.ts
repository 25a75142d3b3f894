import { countText } from '#lib/count-text.ts'
import { runSql, type SqliteFile } from '../engine/sqlite/run-sql.ts'
import { readSetting, settingsFor, sqliteVersion } from '../engine/sqlite/settings.ts'
import { appliedMigrations, knownMigrations } from '../migrations/migrate.ts'
import { packedFaults } from './packed.ts'

/** The result of one check. */
export interface Finding {
  readonly what: 'contents' | 'references' | 'settings' | 'migrations' | 'packed'
  readonly good: boolean
  /** A message for people. */
  readonly detail: string
}

/** The size of one table, including indexes. */
export interface TableSize {
  readonly table: string
  readonly rows: number
  readonly bytes: number
}

/** The doctor's findings. */
export interface Inspection {
  /** Whether every finding is good. */
  readonly good: boolean
  readonly sqliteVersion: string
  readonly findings: readonly Finding[]
  readonly bytes: number
  /** The part of `bytes` that is free for new rows. */
  readonly freeBytes: number
  readonly tables: readonly TableSize[]
}

/** Checks a database for damage, and measures its tables. Reads every page; changes nothing. */
export function inspect(sqlite: SqliteFile): Inspection {
  const findings = [
    checkContents(sqlite),
    checkReferences(sqlite),
    checkSettings(sqlite),
    checkMigrations(sqlite),
    checkPacked(sqlite),
  ]
  const pageSize = Number(readSetting(sqlite, 'page_size'))
  return {
    good: findings.every((finding) => finding.good),
    sqliteVersion: sqliteVersion(sqlite),
    findings,
    bytes: Number(readSetting(sqlite, 'page_count')) * pageSize,
    freeBytes: Number(readSetting(sqlite, 'freelist_count')) * pageSize,
    tables: tableSizes(sqlite),
  }
}

/** Checks that every page is intact, every index complete, and every value of its declared type. */
export function checkContents(sqlite: SqliteFile): Finding {
  const problems = rowsOrError(() => runSql(sqlite, 'pragma integrity_check').map((row) => String(row[0])))
  const good = problems.length === 1 && problems[0] === 'ok'
  return { what: 'contents', good, detail: good ? 'every page is intact' : problems.slice(0, 10).join('; ') }
}

/** Checks that all rows referenced by other rows exist. */
export function checkReferences(sqlite: SqliteFile): Finding {
  const problems = rowsOrError(() =>
    runSql(sqlite, 'pragma foreign_key_check').map((row) => `${row[0]} -> ${row[2]}`),
  )
  const good = problems.length === 0
  const detail = good
    ? 'every reference is valid'
    : `${countText(problems.length, 'broken reference')}: ${[...new Set(problems)].join('; ')}`
  return { what: 'references', good, detail }
}

/** Checks that packed sets match the documents, if all migrations have been applied. */
function checkPacked(sqlite: SqliteFile): Finding {
  const what = 'packed'
  let isMigrated = true
  const faults = rowsOrError(() => {
    isMigrated = appliedMigrations(sqlite).length === knownMigrations().length
    return isMigrated ? packedFaults(sqlite) : []
  })
  if (faults.length > 0) return { what, good: false, detail: faults.join('; ') }
  const detail = isMigrated
    ? 'packed sets match the documents'
    : 'not checked, because migrations are pending'
  return { what, good: true, detail }
}

/** Checks that this release knows the database's schema. */
export function checkMigrations(sqlite: SqliteFile): Finding {
  const what = 'migrations'
  try {
    const applied = appliedMigrations(sqlite)
    const pending = knownMigrations().filter((name) => !applied.includes(name))
    if (applied.length === 0) return { what, good: false, detail: 'the database is empty' }
    const next = pending.length === 0 ? '' : `; the next start will apply ${pending.join(', ')}`
    return { what, good: true, detail: `migrated up to ${applied.at(-1)}${next}` }
  } catch (error) {
    return { what, good: false, detail: messageOf(error) }
  }
}

function checkSettings(sqlite: SqliteFile): Finding {
  const problems = settingsFor(sqlite)
    .filter(({ name, value }) => readSetting(sqlite, name) !== value)
    .map(({ name, value }) => `${name} is ${readSetting(sqlite, name)} but must be ${value}`)
  return {
    what: 'settings',
    good: problems.length === 0,
    detail: problems.join('; ') || 'every setting is correct',
  }
}

function tableSizes(sqlite: SqliteFile): TableSize[] {
  try {
    const names = runSql(
      sqlite,
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
    )
    const bytes = new Map(
      runSql(
        sqlite,
        `select tbl_name, sum(pgsize) from dbstat('main', 1) join sqlite_schema using (name) group by tbl_name`,
      ).map(([table, size]) => [String(table), Number(size)]),
    )
    return names
      .map(([name]) => String(name))
      .map((table) => ({
        table,
        rows: Number(runSql(sqlite, `select count(*) from "${table}"`)[0]?.[0]),
        bytes: bytes.get(table) ?? 0,
      }))
      .sort((a, b) => b.bytes - a.bytes)
  } catch {
    // A database that can't be read is reported in the findings.
    return []
  }
}

function rowsOrError(read: () => string[]): string[] {
  try {
    return read()
  } catch (error) {
    return [messageOf(error)]
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
