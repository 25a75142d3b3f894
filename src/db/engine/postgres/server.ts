import { sql } from 'kysely'
import { kyselyOf } from '../kysely.ts'
import type { Db, Reader } from '../types.ts'
import type { PostgresDirect } from './direct.ts'
import { postgresOf } from './direct-of.ts'

/** The oldest major version that is supported: https://www.postgresql.org/support/versioning/ */
const minVersion = 15

/** The database server isn't suitable for storing data, or refuses connections. The message says what to change. */
export class UnsuitableServerError extends Error {
  override name = 'UnsuitableServerError'
  constructor(problems: readonly string[]) {
    super(`the PostgreSQL server can't be used: ${problems.join('; ')}`)
  }
}

interface Settings {
  readonly version: number
  readonly encoding: string
  readonly readOnly: string
  readonly inRecovery: 0 | 1
  readonly fsync: string
  readonly fullPageWrites: string
  readonly synchronousCommit: string
  readonly isolation: string
  readonly byteaOutput: string
  readonly floatDigits: number
  readonly conformingStrings: string
}

/**
 * Checks that the server returns values as they were stored and, if `durable`, that it can't lose acknowledged writes.
 *
 * @throws {UnsuitableServerError} if it is too old or read-only, its encoding isn't UTF-8, or its settings change how
 *   transactions or values behave; and, if `durable`, if its settings can lose acknowledged writes
 */
export async function assertSuitable(db: Db, { durable }: { readonly durable: boolean }): Promise<void> {
  const problems = await problemsOf(db, durable)
  if (problems.length > 0) throw new UnsuitableServerError(problems)
}

/**
 * Whether a database can be distributed over several servers, by Citus. A node checks this only at startup, because all
 * nodes are stopped while a database is distributed.
 */
export async function isCluster(reader: Reader): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_extension where extname = 'citus'`.execute(kyselyOf(reader))
  return rows.length > 0
}

/** The problems of a database's server, if there is one. */
export function serverProblems(db: Db): Promise<string[]> {
  return problemsOf(db, true)
}

async function problemsOf(db: Db, durable: boolean): Promise<string[]> {
  const postgres = postgresOf(db)
  if (!postgres) return []
  const { version, encoding, readOnly, inRecovery, ...settings } = await settingsOf(postgres)
  const problems: string[] = []
  if (version < minVersion * 10_000) {
    problems.push(`it is PostgreSQL ${Math.floor(version / 10_000)}: ${minVersion} or later is required`)
  }
  if (encoding !== 'UTF8') {
    problems.push(`the encoding of the database is ${encoding}: create one with the encoding UTF8`)
  }
  if (inRecovery) problems.push('it is a standby, which is read-only: connect to the primary')
  else if (readOnly === 'on') {
    problems.push('default_transaction_read_only is on: set default_transaction_read_only = off')
  }
  if (durable) problems.push(...lossySettings(settings))
  problems.push(...changedDefaults(settings))
  return problems
}

/**
 * Settings whose defaults the statements rely on. Setting them for each connection wouldn't be enough: a pooler may
 * ignore them, or share the connection.
 */
function changedDefaults({
  isolation,
  byteaOutput,
  floatDigits,
  conformingStrings,
}: Pick<Settings, 'isolation' | 'byteaOutput' | 'floatDigits' | 'conformingStrings'>): string[] {
  const problems: string[] = []
  if (isolation !== 'read committed') {
    problems.push(
      `default_transaction_isolation is ${isolation}, so simultaneous writes fail: set it to 'read committed'`,
    )
  }
  if (byteaOutput !== 'hex') {
    problems.push(`bytea_output is ${byteaOutput}, so stored bytes can't be read: set bytea_output = hex`)
  }
  if (floatDigits < 1) {
    problems.push(`extra_float_digits is ${floatDigits}, which rounds numbers: set extra_float_digits = 1`)
  }
  if (conformingStrings !== 'on') {
    problems.push(
      'standard_conforming_strings is off, which alters strings with backslashes: set standard_conforming_strings = on',
    )
  }
  return problems
}

function lossySettings({
  fsync,
  fullPageWrites,
  synchronousCommit,
}: Pick<Settings, 'fsync' | 'fullPageWrites' | 'synchronousCommit'>): string[] {
  const problems: string[] = []
  if (fsync !== 'on') {
    problems.push('fsync is off, so a power failure can destroy the database: set fsync = on')
  }
  if (fullPageWrites !== 'on') {
    problems.push(
      'full_page_writes is off, so a power failure can destroy the database: set full_page_writes = on',
    )
  }
  if (synchronousCommit === 'off') {
    problems.push(
      'synchronous_commit is off, so a crash loses acknowledged writes: set synchronous_commit = on',
    )
  }
  return problems
}

async function settingsOf(postgres: PostgresDirect): Promise<Settings> {
  const { rows } = await postgres.run(
    `select
      current_setting('server_version_num')::int as "version",
      current_setting('server_encoding') as "encoding",
      current_setting('default_transaction_read_only') as "readOnly",
      pg_is_in_recovery() as "inRecovery",
      current_setting('fsync') as "fsync",
      current_setting('full_page_writes') as "fullPageWrites",
      current_setting('synchronous_commit') as "synchronousCommit",
      current_setting('default_transaction_isolation') as "isolation",
      current_setting('bytea_output') as "byteaOutput",
      current_setting('extra_float_digits')::int as "floatDigits",
      current_setting('standard_conforming_strings') as "conformingStrings"`,
    [],
  )
  // The columns above.
  const [settings] = rows as Settings[]
  if (!settings) throw new TypeError('a select without from has one row')
  return settings
}
