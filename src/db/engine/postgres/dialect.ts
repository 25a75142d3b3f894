import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { Pool } from 'pg'
import { OuterDatabaseInTransactionError, UnguardedTransactionError } from '../misuse.ts'
import { currentScope } from '../scope.ts'
import { acquireClient } from './acquire-client.ts'
import { PostgresConnection } from './connection.ts'
import type { StatementNames } from './statement-names.ts'

/**
 * Kysely's PostgreSQL dialect with a custom driver, for statements that aren't prepared. Transactions begin in
 * `transactionsOn`.
 */
export class ReplogPostgresDialect implements Dialect {
  readonly #pool: Pool
  readonly #names: StatementNames | undefined

  constructor(pool: Pool, names: StatementNames | undefined) {
    this.#pool = pool
    this.#names = names
  }

  createDriver(): Driver {
    return new PostgresDriver(this.#pool, this.#names)
  }

  createAdapter(): PostgresAdapter {
    return new LockedAdapter()
  }

  createQueryCompiler(): PostgresQueryCompiler {
    return new PostgresQueryCompiler()
  }

  createIntrospector(db: Parameters<Dialect['createIntrospector']>[0]): PostgresIntrospector {
    return new PostgresIntrospector(db)
  }
}

/**
 * Relies on the lock that migrations hold from the start of their transaction until its end. Kysely's would replace
 * their `lock_timeout` with an hour, and remain on a pooler's connection after a migration that fails.
 */
class LockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class PostgresDriver implements Driver {
  readonly #pool: Pool
  readonly #names: StatementNames | undefined

  constructor(pool: Pool, names: StatementNames | undefined) {
    this.#pool = pool
    this.#names = names
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    if (currentScope(this.#pool)) throw new OuterDatabaseInTransactionError()
    return new PostgresConnection(await acquireClient(this.#pool), undefined, this.#names)
  }

  async beginTransaction(): Promise<void> {
    throw new UnguardedTransactionError()
  }

  async commitTransaction(): Promise<void> {
    throw new UnguardedTransactionError()
  }

  async rollbackTransaction(): Promise<void> {
    throw new UnguardedTransactionError()
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof PostgresConnection) connection.release()
  }

  async destroy(): Promise<void> {
    await this.#pool.end()
  }
}
