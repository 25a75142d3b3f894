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
import { connect, setConnection } from './direct.ts'
import type { NameOf } from './pipeline.ts'

/**
 * Kysely's PostgreSQL dialect with a custom driver that knows whose data a transaction writes: the first
 * statement locks the user, so that the user's data doesn't change between a read and the commit.
 */
export class ReplogPostgresDialect implements Dialect {
  readonly #pool: Pool
  readonly #nameOf: NameOf

  constructor(pool: Pool, nameOf: NameOf) {
    this.#pool = pool
    this.#nameOf = nameOf
  }

  createDriver(): Driver {
    return new PostgresDriver(this.#pool, this.#nameOf)
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
  readonly #nameOf: NameOf

  constructor(pool: Pool, nameOf: NameOf) {
    this.#pool = pool
    this.#nameOf = nameOf
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    const scope = currentScope(this.#pool)
    if (scope?.state === 'open') throw new OuterDatabaseInTransactionError()
    // Set before there is a connection, so that no second use can slip in.
    if (scope) scope.state = 'open'
    const client = await connect(this.#pool)
    const connection = new PostgresConnection(client, scope, this.#nameOf)
    if (scope) setConnection(scope, connection)
    return connection
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    postgresConnection(connection).begin()
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await postgresConnection(connection).commit()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await postgresConnection(connection).rollback()
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    postgresConnection(connection).release()
  }

  async destroy(): Promise<void> {
    await this.#pool.end()
  }
}

function postgresConnection(connection: DatabaseConnection): PostgresConnection {
  if (connection instanceof PostgresConnection) return connection
  throw new UnguardedTransactionError()
}
