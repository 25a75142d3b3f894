import { AsyncLocalStorage } from 'node:async_hooks'
import type { Pool, PoolClient } from 'pg'
import { OuterDatabaseInTransactionError, TransactionEndedError } from '../misuse.ts'
import { currentScope, type TransactionScope } from '../scope.ts'
import { TransactionConflictError } from '../transaction-conflict.ts'
import type { Reader, Tx } from '../types.ts'
import type { PostgresConnection } from './connection.ts'
import { isStalePlan, translateError } from './errors.ts'
import type { LockedUser } from './locked-user.ts'
import { discardConnection, isLost, noteQueryFailure } from './lost-clients.ts'
import { namedStatement, plainStatement } from './pipeline.ts'
import { runStatement, type Statement } from './run-statement.ts'
import type { SharedConnections } from './shared-connections.ts'
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
  /** For statements outside of transactions. */
  readonly sharedConnections: SharedConnections
  /** The names of prepared statements; undefined behind a pooler that doesn't support them. */
  readonly names: StatementNames | undefined
  readonly userTurns: UserTurns
}

/** The connection of a transaction, which takes statements while its scope is open. */
interface OpenTransaction {
  readonly connection: PostgresConnection
  readonly scope: TransactionScope
}

/** The snapshot that the calling code reads. */
interface Snapshot {
  readonly pool: Pool
  readonly client: PoolClient
  /** Whether all of its reads have been started. */
  isComplete: boolean
}

const snapshots = new AsyncLocalStorage<Snapshot>()

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
    if (this.#transaction) return this.#inTransaction(sql, values)
    if (currentScope(this.server.pool)) return Promise.reject(new OuterDatabaseInTransactionError())
    return this.#outsideTransaction(sql, values)
  }

  /**
   * Sends a statement of a transaction without waiting for its result. If it fails, the next awaited statement or the
   * commit throws its error.
   */
  async send(sql: string, values: readonly unknown[]): Promise<void> {
    await this.#connection().pipeline.send({ text: sql, values })
  }

  /** The columns of the transaction's user as read when it was locked, if they are still current. */
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
    const statement = this.#statement(sql, values)
    if (sql.startsWith('update "users"')) connection.forgetUser()
    try {
      const { rows, rowCount } = await (sql.startsWith('select ')
        ? pipeline.read(statement)
        : pipeline.run(statement))
      return { rows, changes: rowCount }
    } catch (error) {
      this.#renewNames(error, statement)
      throw error
    }
  }

  #connection(): PostgresConnection {
    if (this.#transaction?.scope.state !== 'open') throw new TransactionEndedError()
    return this.#transaction.connection
  }

  #statement(text: string, values: readonly unknown[]): Statement {
    return namedStatement(text, values, (named) => this.server.names?.of(named))
  }

  /** Makes connections prepare their statements again if this one failed because its tables have changed. */
  #renewNames(error: unknown, { name, text }: Statement): boolean {
    const cause = error instanceof TransactionConflictError ? error.cause : error
    if (!isStalePlan(cause)) return false
    const { names } = this.server
    if (names?.of(text) === name) names?.renew()
    return true
  }

  /**
   * Runs reads that all see the same state of the database, except in a transaction. `start` must start them
   * together without awaiting them, so that they leave in one packet.
   */
  async inSnapshot<T>(start: () => Promise<T>): Promise<T> {
    const { pool } = this.server
    if (this.#transaction || snapshots.getStore()?.pool === pool) return start()
    if (currentScope(pool)) throw new OuterDatabaseInTransactionError()
    try {
      return await this.#readSnapshot(start)
    } catch (error) {
      if (error instanceof TransactionConflictError) return this.#readSnapshot(start)
      throw error
    }
  }

  async #readSnapshot<T>(start: () => Promise<T>): Promise<T> {
    const { pool } = this.server
    const client = await connect(pool)
    const snapshot = { pool, client, isComplete: false }
    try {
      const begun = runStatement(client, plainStatement(beginSnapshot))
      const result = snapshots.run(snapshot, start)
      snapshot.isComplete = true
      const ended = runStatement(client, plainStatement('commit'))
      return (await Promise.all([result, begun, ended]))[0]
    } catch (error) {
      noteQueryFailure(client, error)
      await endFailed(client)
      throw translateError(error)
    } finally {
      client.release(isLost(client))
    }
  }

  async #outsideTransaction(text: string, values: readonly unknown[]): Promise<StatementResult> {
    const statement = this.#statement(text, values)
    const snapshot = snapshots.getStore()
    const client = snapshot?.pool === this.server.pool ? snapshot.client : undefined
    if (client && snapshot?.isComplete) throw new LateReadError()
    try {
      const { rows, rowCount } = await (client
        ? runStatement(client, statement)
        : this.server.sharedConnections.run(statement))
      return { rows, changes: rowCount }
    } catch (error) {
      if (this.#renewNames(error, statement) && !client) return this.#outsideTransaction(text, values)
      throw translateError(error)
    }
  }
}

const beginSnapshot = 'begin isolation level repeatable read read only'

/** A read of a snapshot was started after the snapshot's last read was sent, so it would have seen a later state. */
class LateReadError extends Error {
  override name = 'LateReadError'
  constructor() {
    super('a read was started after the others of its snapshot were sent: start all of them together')
  }
}

/** Ends a snapshot after an error. */
async function endFailed(client: PoolClient): Promise<void> {
  if (isLost(client)) return
  try {
    await runStatement(client, plainStatement('rollback'))
  } catch {
    discardConnection(client)
  }
}

/** A dedicated connection, which must be released. */
export async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw translateError(error)
  }
}

/** The connection of each transaction. */
const connections = new WeakMap<TransactionScope, PostgresConnection>()

/** Registers a transaction's connection. */
export function setConnection(scope: TransactionScope, connection: PostgresConnection): void {
  connections.set(scope, connection)
}

const directs = new WeakMap<Reader, PostgresDirect>()

/** The direct path of a database or transaction, if its engine is PostgreSQL. */
export function postgresOf(reader: Reader): PostgresDirect | undefined {
  return directs.get(reader)
}

/** Registers the direct path of an opened database. */
export function registerPostgres(reader: Reader, direct: PostgresDirect): void {
  directs.set(reader, direct)
}

/** Registers the direct path of a transaction while its scope is open. */
export function registerPostgresTransaction(
  tx: Tx,
  { server }: PostgresDirect,
  scope: TransactionScope,
): void {
  const connection = connections.get(scope)
  if (!connection) throw new TypeError('the transaction has no connection yet')
  directs.set(tx, new PostgresDirect(server, { connection, scope }))
}
