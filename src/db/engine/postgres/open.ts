import { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Db, Tables } from '../types.ts'
import { ReplogPostgresDialect } from './dialect.ts'
import { PostgresDirect, registerPostgres } from './direct.ts'
import { createPool, type PoolOptions } from './pool.ts'
import { assertSuitable } from './server.ts'
import { StatementNames } from './statement-names.ts'
import { UserTurns } from './user-turns.ts'

/** Options for opening a PostgreSQL database. */
export interface PostgresOptions extends PoolOptions {
  /** False behind a pooler that doesn't support prepared statements. */
  readonly named?: boolean
  /** False for a test server, which may lose acknowledged writes. */
  readonly durable?: boolean
}

/** An open PostgreSQL database. */
export interface OpenServerDatabase {
  readonly db: Db
  /** Closes all connections. No query may be running. */
  close(): Promise<void>
}

/**
 * Connects to PostgreSQL and migrates the schema. Several nodes may do so at the same time.
 *
 * @throws {UnsuitableServerError} if the server isn't suitable
 * @throws {Unavailable} if it can't be reached
 */
export async function openServer(
  options: PostgresOptions,
  migrate: (db: Db) => Promise<void>,
): Promise<OpenServerDatabase> {
  const starting = connect({ ...options, connections: 1, patient: true })
  try {
    await assertSuitable(starting.pool, { durable: options.durable ?? true })
    await migrate(starting.db)
  } finally {
    await starting.db.destroy()
  }
  const { db } = connect(options)
  return { db, close: () => db.destroy() }
}

function connect(options: PostgresOptions): { readonly db: Kysely<Tables>; readonly pool: Pool } {
  const pool = createPool(options)
  const names = (options.named ?? true) ? new StatementNames() : undefined
  const dialect = new ReplogPostgresDialect(pool, (text) => names?.of(text))
  const db = new Kysely<Tables>({ dialect })
  registerPostgres(db, new PostgresDirect({ pool, names, userTurns: new UserTurns() }))
  return { db, pool }
}
