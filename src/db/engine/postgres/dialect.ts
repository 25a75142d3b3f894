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
import { PostgresConnection } from './connection.ts'
import { connected, setClient } from './direct.ts'

/**
 * Kysely's PostgreSQL dialect with a custom driver that knows whose data a transaction writes: the first
 * statement locks the user, so that the user's data doesn't change between a read and the commit.
 */
export class ReplogPostgresDialect implements Dialect {
  readonly #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  createDriver(): Driver {
    return new PostgresDriver(this.#pool)
  }

  createAdapter(): PostgresAdapter {
    return new PostgresAdapter()
  }

  createQueryCompiler(): PostgresQueryCompiler {
    return new PostgresQueryCompiler()
  }

  createIntrospector(db: Parameters<Dialect['createIntrospector']>[0]): PostgresIntrospector {
    return new PostgresIntrospector(db)
  }
}

class PostgresDriver implements Driver {
  readonly #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    const scope = currentScope(this.#pool)
    if (scope?.state === 'open') throw new OuterDatabaseInTransactionError()
    // Set before there is a connection, so that no second use can slip in.
    if (scope) scope.state = 'open'
    const client = await connected(this.#pool)
    if (scope) setClient(scope, client)
    return new PostgresConnection(client, scope)
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await own(connection).begin()
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await own(connection).commit()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await own(connection).rollback()
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    own(connection).release()
  }

  async destroy(): Promise<void> {
    await this.#pool.end()
  }
}

function own(connection: DatabaseConnection): PostgresConnection {
  if (connection instanceof PostgresConnection) return connection
  throw new UnguardedTransactionError()
}
