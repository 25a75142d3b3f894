import { AsyncLocalStorage } from 'node:async_hooks'
import type { Pool, PoolClient } from 'pg'
import { OuterDatabaseInTransactionError, TransactionEndedError } from '../misuse.ts'
import { currentScope, type TransactionScope } from '../scope.ts'
import { TransactionConflictError } from '../transaction-conflict.ts'
import type { RunInTransaction } from '../transactions.ts'
import type { Db } from '../types.ts'
import { acquireClient } from './acquire-client.ts'
import type { Result, Statement } from './batch.ts'
import type { ContestedUsers } from './contested-users.ts'
import { isStalePlan, translateError } from './errors.ts'
import type { LockedUser } from './locked-user.ts'
import { isLost, markLost, noteQueryFailure } from './lost-clients.ts'
import type { Statements } from './pipeline.ts'
import { runNext, runStatement } from './run-statement.ts'
import type { SharedConnections } from './shared-connections.ts'
import { namedStatement, type StatementNames } from './statement-names.ts'
import type { UserTurns } from './user-turns.ts'

/** What a PostgreSQL database shares with its transactions. */
export interface PostgresServer {
  readonly pool: Pool
  /** For statements outside of transactions. */
  readonly sharedConnections: SharedConnections
  /** The names of prepared statements; undefined behind a pooler that doesn't support them. */
  readonly names: StatementNames | undefined
  readonly userTurns: UserTurns
  readonly contestedUsers: ContestedUsers
  /** Users who were presumed unchanged, but whom, or whose sessions, another node had changed. */
  readonly usersChangedElsewhere: ContestedUsers
  /** See `presumingDatabaseOf`; undefined on a cluster. */
  readonly presumingDb: Db | undefined
  readonly transact: RunInTransaction<StatementConnection>
}

/** What a transaction uses of its connection. */
interface StatementConnection {
  /** Whether it locks the transaction's user first. */
  readonly locksUser: boolean
  readonly pipeline: Statements
  /** The columns of the transaction's user, if they are still current. */
  lockedUser(): Promise<LockedUser | undefined>
  /** Forgets the columns of the transaction's user, because the user is about to be written. */
  forgetUser(): void
}

/** The connection of a transaction, which takes statements while its scope is open. */
interface OpenTransaction {
  readonly connection: StatementConnection
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

  /** The direct path of a transaction on the same server. */
  inTransaction(transaction: OpenTransaction): PostgresDirect {
    return new PostgresDirect(this.server, transaction)
  }

  /**
   * Runs a statement in its transaction, or in the snapshot of the calling code, or else on any
   * connection.
   */
  run(sql: string, values: readonly unknown[]): Promise<Result> {
    if (this.#transaction) return this.#inTransaction(sql, values)
    if (currentScope(this.server.pool)) return Promise.reject(new OuterDatabaseInTransactionError())
    return this.#outsideTransaction(sql, values)
  }

  /**
   * Sends a statement of a transaction without waiting for its result. If it fails, the next awaited statement or the
   * commit throws its error.
   */
  send(sql: string, values: readonly unknown[]): Promise<void> {
    return this.#connection().pipeline.send({ text: sql, values })
  }

  /** The columns of the transaction's user as read when it was locked, if they are still current. */
  async lockedUser(): Promise<LockedUser | undefined> {
    return this.#transaction && this.#connection().lockedUser()
  }

  /** Whether the transaction has locked its user first. */
  get locksUser(): boolean {
    return this.#connection().locksUser
  }

  /** Waits for all statements that were sent. Throws the first failure. */
  async settled(): Promise<void> {
    await this.#connection().pipeline.settled()
  }

  /** Discards the writes and failures of a savepoint that is about to be rolled back. */
  async recover(): Promise<void> {
    await this.#connection().pipeline.recover()
  }

  #inTransaction(sql: string, values: readonly unknown[]): Promise<Result> {
    const connection = this.#connection()
    if (sql.startsWith('update "users"')) connection.forgetUser()
    const statement = this.#statement(sql, values)
    return sql.startsWith('select ')
      ? connection.pipeline.read(statement)
      : connection.pipeline.run(statement)
  }

  #connection(): StatementConnection {
    if (this.#transaction?.scope.state !== 'open') throw new TransactionEndedError()
    return this.#transaction.connection
  }

  #statement(text: string, values: readonly unknown[]): Statement {
    return namedStatement(text, values, this.server.names)
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
    const client = await acquireClient(pool)
    const snapshot = { pool, client, isComplete: false }
    try {
      const begun = runNext(client, this.#statement(beginSnapshot, []))
      const result = snapshots.run(snapshot, start)
      snapshot.isComplete = true
      const ended = runNext(client, this.#statement('commit', []))
      return (await Promise.all([result, begun, ended]))[0]
    } catch (error) {
      noteQueryFailure(client, error)
      await this.#endFailed(client)
      throw translateError(error)
    } finally {
      client.release(isLost(client))
    }
  }

  /** Ends a snapshot after an error. */
  async #endFailed(client: PoolClient): Promise<void> {
    if (isLost(client)) return
    try {
      await runStatement(client, this.#statement('rollback', []))
    } catch {
      markLost(client)
    }
  }

  async #outsideTransaction(text: string, values: readonly unknown[], attempt = 1): Promise<Result> {
    const statement = this.#statement(text, values)
    const snapshot = snapshots.getStore()
    const client = snapshot?.pool === this.server.pool ? snapshot.client : undefined
    if (client && snapshot?.isComplete) throw new LateReadError()
    try {
      return await (client ? runNext(client, statement) : this.server.sharedConnections.run(statement))
    } catch (error) {
      this.server.names?.renewAfter(error, statement)
      if (isStalePlan(error) && !client && attempt < maxAttempts)
        return this.#outsideTransaction(text, values, attempt + 1)
      throw translateError(error)
    }
  }
}

/** The maximum number of attempts for a statement whose tables change; the second succeeds unless they change again. */
const maxAttempts = 3

const beginSnapshot = 'begin isolation level repeatable read read only'

/** A read of a snapshot was started after the snapshot's last read was sent, so it would have seen a later state. */
class LateReadError extends Error {
  override name = 'LateReadError'
  constructor() {
    super('a read was started after the others of its snapshot were sent: start all of them together')
  }
}
