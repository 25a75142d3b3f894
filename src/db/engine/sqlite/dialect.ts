import type { Database } from 'bun:sqlite'
import { type DatabaseConnection, type Driver, SqliteAdapter } from 'kysely'
import { BunSqliteDialect } from 'kysely-bun-sqlite'
import { OuterDatabaseInTransactionError, UnguardedTransactionError } from '../misuse.ts'
import type { Mutex } from '../mutex.ts'
import { currentScope } from '../scope.ts'
import type { CommitGroups } from './commit-groups.ts'
import { SqliteConnection } from './connection.ts'
import { MemberConnection } from './member-connection.ts'
import { ReplogQueryCompiler } from './query-compiler.ts'
import type { ReadingTurn } from './reading-turn.ts'
import type { Statements } from './statements.ts'

/**
 * Extends kysely-bun-sqlite's dialect with prepared statements, group commits, savepoints, streams,
 * transactional DDL, and an error instead of a deadlock if code inside a transaction uses the outer
 * database.
 */
export class ReplogDialect extends BunSqliteDialect {
  readonly #sqlite: Database
  readonly #statements: Statements
  readonly #readingTurn: ReadingTurn
  readonly #mutex: Mutex
  readonly #groups: CommitGroups

  constructor(
    sqlite: Database,
    statements: Statements,
    readingTurn: ReadingTurn,
    mutex: Mutex,
    groups: CommitGroups,
  ) {
    super({ database: sqlite })
    this.#sqlite = sqlite
    this.#statements = statements
    this.#readingTurn = readingTurn
    this.#mutex = mutex
    this.#groups = groups
  }

  override createDriver(): Driver {
    return new ReplogDriver(this.#sqlite, this.#statements, this.#readingTurn, this.#mutex, this.#groups)
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
  readonly #groups: CommitGroups

  constructor(
    sqlite: Database,
    statements: Statements,
    readingTurn: ReadingTurn,
    mutex: Mutex,
    groups: CommitGroups,
  ) {
    this.#sqlite = sqlite
    this.#statements = statements
    this.#readingTurn = readingTurn
    this.#mutex = mutex
    this.#groups = groups
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    const scope = currentScope(this.#sqlite)
    if (scope?.state === 'open') throw new OuterDatabaseInTransactionError()
    if (scope) {
      // Set before its turn comes, so that no second use can slip in.
      scope.state = 'open'
      return this.#groups.join(scope)
    }
    await this.#mutex.acquire()
    return new SqliteConnection(this.#sqlite, this.#statements, this.#readingTurn, () =>
      this.#mutex.release(),
    )
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    own(connection).release()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    member(connection).begin()
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await member(connection).commit()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await member(connection).rollback()
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    own(connection).run(`savepoint ${quoted(name)}`)
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    own(connection).run(`rollback to ${quoted(name)}`)
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    own(connection).run(`release ${quoted(name)}`)
  }

  async destroy(): Promise<void> {
    this.#readingTurn.end()
    this.#statements.clear()
    this.#sqlite.close(true)
  }
}

function own(connection: DatabaseConnection): SqliteConnection {
  if (connection instanceof SqliteConnection) return connection
  throw new TypeError('a connection of another driver')
}

function member(connection: DatabaseConnection): MemberConnection {
  if (connection instanceof MemberConnection) return connection
  throw new UnguardedTransactionError()
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
