import {
  type DatabaseConnection,
  type Dialect,
  type Kysely,
  SingleConnectionProvider,
  Transaction,
} from 'kysely'
import type { TransactionScope } from './scope.ts'
import type { Tables, Tx } from './types.ts'

/** A connection for one transaction. */
export interface TransactionConnection extends DatabaseConnection {
  begin(): void
  commit(): Promise<void>
  /** Undoes the work, even if the commit failed. */
  rollback(): Promise<void>
  release(): void
}

/** Runs work in a transaction, which is committed if the work resolves, and rolled back if it throws. */
export type RunInTransaction<Connection> = <T>(
  scope: TransactionScope,
  work: (tx: Tx, connection: Connection) => Promise<T>,
) => Promise<T>

/**
 * Transactions on the connections that `acquire` resolves to. Kysely's own `transaction().execute()` does the same in
 * layers that together take longer than the statements of a small transaction.
 */
export function transactionsOn<Connection extends TransactionConnection>(
  db: Kysely<Tables>,
  dialect: Dialect,
  acquire: (scope: TransactionScope) => Promise<Connection>,
): RunInTransaction<Connection> {
  const allExecutor = db.getExecutor()
  const driver = dialect.createDriver()
  const newTransaction = (connection: Connection): Tx => {
    const executor = allExecutor.withConnectionProvider(new SingleConnectionProvider(connection))
    return new Transaction<Tables>({ config: { dialect }, driver, dialect, executor })
  }
  return async (scope, work) => {
    const connection = await acquire(scope)
    try {
      connection.begin()
      const result = await work(newTransaction(connection), connection)
      await connection.commit()
      return result
    } catch (error) {
      scope.failure ??= error
      await connection.rollback()
      throw error
    } finally {
      connection.release()
    }
  }
}
