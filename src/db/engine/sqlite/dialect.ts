import type { Database } from 'bun:sqlite'
import { type DatabaseConnection, type Driver, SqliteAdapter } from 'kysely'
import { BunSqliteDialect } from 'kysely-bun-sqlite'
import { OuterDatabaseInTransactionError, UnguardedTransactionError } from '../misuse.ts'
import type { Mutex } from '../mutex.ts'
import { currentScope } from '../scope.ts'
import { SqliteConnection } from './connection.ts'
import { ReplogQueryCompiler } from './query-compiler.ts'
import type { ReadingTurn } from './reading-turn.ts'
import type { Statements } from './statements.ts'

/**
 * Extends kysely-bun-sqlite's dialect with prepared statements, savepoints, streams, transactional DDL, and an error
 * instead of a deadlock if code inside a transaction uses the outer database. Transactions begin in
 * `transactionsOn`.
 */
export class ReplogDialect extends BunSqliteDialect {
  readonly #sqlite: Database
  readonly #statements: Statements
  readonly #readingTurn: ReadingTurn
  readonly #mutex: Mutex

  constructor(sqlite: Database, statements: Statements, readingTurn: ReadingTurn, mutex: Mutex) {
    super({ database: sqlite })
    this.#sqlite = sqlite
    this.#statements = statements
    this.#readingTurn = readingTurn
    this.#mutex = mutex
  }

  override createDriver(): Driver {
    return new ReplogDriver(this.#sqlite, this.#statements, this.#readingTurn, this.#mutex)
  }

  override createAdapter(): SqliteAdapter {
    return new ReplogAdapter()
  }

  override createQueryCompiler(): ReplogQueryCompiler {
    return new ReplogQueryCompiler()
  }
}

class ReplogAdapter extends SqliteAdapter {
  /**
   * There is only one connection, but this driver has its own queue for it: Kysely's queue is in front of
   * the driver, where misuse of the outer database can't be detected.
   */
  override get supportsMultipleConnections(): boolean {
    return true
  }

  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class ReplogDriver implements Driver {
  readonly #sqlite: Database
  readonly #statements: Statements
  readonly #readingTurn: ReadingTurn
  readonly #mutex: Mutex

  constructor(sqlite: Database, statements: Statements, readingTurn: ReadingTurn, mutex: Mutex) {
    this.#sqlite = sqlite
    this.#statements = statements
    this.#readingTurn = readingTurn
    this.#mutex = mutex
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    if (currentScope(this.#sqlite)) throw new OuterDatabaseInTransactionError()
    await this.#mutex.acquire()
    return new SqliteConnection(this.#sqlite, this.#statements, this.#readingTurn, () =>
      this.#mutex.release(),
    )
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    asSqliteConnection(connection).release()
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

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    asSqliteConnection(connection).run(`savepoint ${quoted(name)}`)
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    asSqliteConnection(connection).run(`rollback to ${quoted(name)}`)
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    asSqliteConnection(connection).run(`release ${quoted(name)}`)
  }

  /** Whoever opened the connection closes it, because Kysely destroys only a driver that it has used. */
  async destroy(): Promise<void> {}
}

function asSqliteConnection(connection: DatabaseConnection): SqliteConnection {
  if (connection instanceof SqliteConnection) return connection
  throw new TypeError('the connection belongs to another driver')
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
