import type { Pool } from 'pg'
import type { Db } from '../types.ts'
import { postgresOf } from './direct.ts'
import { translated } from './errors.ts'

/** The oldest major version that is supported: https://www.postgresql.org/support/versioning/ */
const minVersion = 15

/** The database server isn't suitable for storing data. The message says what to change. */
export class UnsuitableServerError extends Error {
  override name = 'UnsuitableServerError'
  constructor(problems: readonly string[]) {
    super(`the database server in DATABASE_URL can't be used: ${problems.join('; ')}`)
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
}

/**
 * Checks that the server durably stores what it acknowledges.
 *
 * @throws {UnsuitableServerError} if it is too old, read-only, or has another encoding; and, if `durable`, if its
 *   settings lose acknowledged writes
 */
export async function assertSuitable(pool: Pool, { durable }: { readonly durable: boolean }): Promise<void> {
  const problems = await problemsOf(pool, durable)
  if (problems.length > 0) throw new UnsuitableServerError(problems)
}

/** The problems of a database's server. */
export async function serverProblems(db: Db): Promise<string[]> {
  const pool = postgresOf(db)?.server.pool
  return pool ? problemsOf(pool, true) : []
}

async function problemsOf(pool: Pool, durable: boolean): Promise<string[]> {
  const { version, encoding, readOnly, inRecovery, ...rest } = await settingsOf(pool)
  const problems: string[] = []
  if (version < minVersion * 10_000) {
    problems.push(`it is PostgreSQL ${Math.floor(version / 10_000)}: ${minVersion} or later is required`)
  }
  if (encoding !== 'UTF8') {
    problems.push(`the encoding of the database is ${encoding}: create one with the encoding UTF8`)
  }
  if (inRecovery || readOnly === 'on') {
    problems.push('it is read-only, perhaps a standby: connect to the primary')
  }
  if (durable) problems.push(...lossySettings(rest))
  return problems
}

function lossySettings({ fsync, fullPageWrites, synchronousCommit }: Partial<Settings>): string[] {
  const problems: string[] = []
  if (fsync !== 'on') problems.push('fsync is off, so a power failure destroys it: set fsync = on')
  if (fullPageWrites !== 'on') {
    problems.push('full_page_writes is off, so a power failure may destroy it: set full_page_writes = on')
  }
  if (synchronousCommit === 'off') {
    problems.push(
      'synchronous_commit is off, so a crash loses acknowledged writes: set synchronous_commit = on',
    )
  }
  return problems
}

async function settingsOf(pool: Pool): Promise<Settings> {
  try {
    const { rows } = await pool.query<Settings>(`
      select
        current_setting('server_version_num')::int as "version",
        current_setting('server_encoding') as "encoding",
        current_setting('default_transaction_read_only') as "readOnly",
        pg_is_in_recovery() as "inRecovery",
        current_setting('fsync') as "fsync",
        current_setting('full_page_writes') as "fullPageWrites",
        current_setting('synchronous_commit') as "synchronousCommit"`)
    const [settings] = rows
    if (!settings) throw new TypeError('a select without from has one row')
    return settings
  } catch (error) {
    throw translated(error)
  }
}
