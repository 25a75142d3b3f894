import { AsyncLocalStorage } from 'node:async_hooks'
import type { Pool, PoolClient } from 'pg'
import { OuterDatabaseInTransactionError, TransactionEndedError } from '../misuse.ts'
import { currentScope, type TransactionScope } from '../scope.ts'
import type { Reader, Tx } from '../types.ts'
import type { PostgresConnection } from './connection.ts'
import { isStalePlan, TransactionConflictError, translated } from './errors.ts'
import type { LockedUser } from './locked-user.ts'
import { isLost, noteFailure } from './lost-clients.ts'
import type { Statement } from './pipeline.ts'
import type { StatementNames } from './statement-names.ts'
import type { UserTurns } from './user-turns.ts'

/** The rows of a statement, and the number of inserted, changed or deleted rows. */
export interface StatementResult {
  readonly rows: unknown[]
  readonly changes: number
}

/** The pool and statement names of a PostgreSQL database. */
export interface PostgresServer {
  readonly pool: Pool
  /** The names of prepared statements; undefined behind a pooler that doesn't support them. */
  readonly names: StatementNames | undefined
  readonly userTurns: UserTurns
}

/** The connection of a transaction, which takes statements while its scope is open. */
interface OpenTransaction {
  readonly connection: PostgresConnection
  readonly scope: TransactionScope
}

/** The connection of the snapshot that the calling code reads. */
const snapshots = new AsyncLocalStorage<{ readonly pool: Pool; readonly client: PoolClient }>()

/** Runs compiled queries on PostgreSQL, bypassing Kysely's layers. */
export class PostgresDirect {
  readonly server: PostgresServer
  readonly #transaction: OpenTransaction | undefined

  constructor(server: PostgresServer, transaction?: OpenTransaction) {
    this.server = server
    this.#transaction = transaction
  }

  /**
   * Runs a statement in its transaction, or in the snapshot of the calling code, or else on any
   * connection.
   */
  run(sql: string, values: readonly unknown[]): Promise<StatementResult> {
    const { pool } = this.server
    if (this.#transaction) return this.#inTransaction(sql, values)
    if (currentScope(pool)) return Promise.reject(new OuterDatabaseInTransactionError())
    const snapshot = snapshots.getStore()
    return this.#on(snapshot?.pool === pool ? snapshot.client : undefined, sql, values)
  }

  /**
   * Sends a statement of a transaction without waiting for its result. If it fails, the next awaited statement or the
   * commit throws its error.
   */
  async send(sql: string, values: readonly unknown[]): Promise<void> {
    const { pipeline } = this.#connection()
    await pipeline.send({ text: sql, values }, (text) => this.server.names?.of(text))
  }

  /** What locking the transaction's user has read, if that still holds. */
  async lockedUser(): Promise<LockedUser | undefined> {
    return this.#transaction && this.#connection().lockedUser()
  }

  /** Waits for all statements that were sent. Throws the first failure. */
  async settled(): Promise<void> {
    await this.#connection().pipeline.settled()
  }

  /** Clears a failure that rolling back to a savepoint has undone. */
  recover(): void {
    this.#connection().pipeline.recover()
  }

  async #inTransaction(sql: string, values: readonly unknown[]): Promise<StatementResult> {
    const connection = this.#connection()
    const { pipeline } = connection
    const statement = this.#named(sql, values)
    if (sql.startsWith('update "users"')) connection.forgetUser()
    try {
      const { rows, rowCount } = await (sql.startsWith('select ')
        ? pipeline.read(statement)
        : pipeline.run(statement))
      return { rows, changes: rowCount ?? 0 }
    } catch (error) {
      this.#renewNames(error, statement)
      throw error
    }
  }

  #connection(): PostgresConnection {
    if (this.#transaction?.scope.state !== 'open') throw new TransactionEndedError()
    return this.#transaction.connection
  }

  #named(text: string, values: readonly unknown[]): Statement {
    const name = this.server.names?.of(text)
    return { ...(name !== undefined && { name }), text, values: [...values] }
  }

  /** Makes connections prepare their statements again if this one failed because its tables have changed. */
  #renewNames(error: unknown, { name, text }: Statement): boolean {
    const cause = error instanceof TransactionConflictError ? error.cause : error
    if (!isStalePlan(cause)) return false
    const { names } = this.server
    if (names?.of(text) === name) names?.renew()
    return true
  }

  /** Runs code whose reads, except those of a transaction, all see the same state of the database. */
  async inSnapshot<T>(read: () => Promise<T>): Promise<T> {
    const { pool } = this.server
    if (this.#transaction || snapshots.getStore()?.pool === pool) return read()
    if (currentScope(pool)) throw new OuterDatabaseInTransactionError()
    try {
      return await this.#readSnapshot(read)
    } catch (error) {
      if (error instanceof TransactionConflictError) return this.#readSnapshot(read)
      throw error
    }
  }

  async #readSnapshot<T>(read: () => Promise<T>): Promise<T> {
    const { pool } = this.server
    const client = await connected(pool)
    let failure: Error | undefined
    try {
      const begun = client.query('begin isolation level repeatable read read only')
      const [, result] = await Promise.all([begun, snapshots.run({ pool, client }, read)])
      return result
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error))
      throw translated(error)
    } finally {
      await end(client, failure)
    }
  }

  /** @param client if undefined, any connection, which the pool itself discards if the statement fails */
  async #on(
    client: PoolClient | undefined,
    text: string,
    values: readonly unknown[],
  ): Promise<StatementResult> {
    const statement = this.#named(text, values)
    try {
      const { rows, rowCount } = await (client ?? this.server.pool).query(statement)
      return { rows, changes: rowCount ?? 0 }
    } catch (error) {
      if (client) noteFailure(client, error)
      if (this.#renewNames(error, statement) && !client) return this.#on(client, text, values)
      throw translated(error)
    }
  }
}

/** Ends a snapshot and returns its connection to the pool, or discards the connection if it is broken. */
async function end(client: PoolClient, failure: Error | undefined): Promise<void> {
  try {
    if (!isLost(client)) await client.query(failure ? 'rollback' : 'commit')
    client.release(isLost(client))
  } catch {
    client.release(true)
  }
}

/** A dedicated connection, which must be released. */
export async function connected(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw translated(error)
  }
}

/** The connection of each transaction. */
const connections = new WeakMap<TransactionScope, PostgresConnection>()

/** Registers a transaction's connection. */
export function setConnection(scope: TransactionScope, connection: PostgresConnection): void {
  connections.set(scope, connection)
}

const ways = new WeakMap<Reader, PostgresDirect>()

/** The direct path of a database or transaction, if its engine is PostgreSQL. */
export function postgresOf(reader: Reader): PostgresDirect | undefined {
  return ways.get(reader)
}

/** Registers the direct path of an opened database. */
export function registerPostgres(reader: Reader, direct: PostgresDirect): void {
  ways.set(reader, direct)
}

/** Registers the direct path of a transaction while its scope is open. */
export function registerPostgresTransaction(
  tx: Tx,
  { server }: PostgresDirect,
  scope: TransactionScope,
): void {
  const connection = connections.get(scope)
  if (!connection) throw new TypeError('the transaction has no connection yet')
  ways.set(tx, new PostgresDirect(server, { connection, scope }))
}
