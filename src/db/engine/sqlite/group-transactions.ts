import { type Kysely, SingleConnectionProvider, Transaction } from 'kysely'
import type { TransactionScope } from '../scope.ts'
import type { Tables, Tx } from '../types.ts'
import type { CommitGroups } from './commit-groups.ts'
import type { ReplogDialect } from './dialect.ts'
import type { MemberConnection } from './member-connection.ts'

/** Runs work in a transaction, which is committed if the work resolves, and rolled back if it throws. */
export type RunInTransaction = <T>(scope: TransactionScope, work: (tx: Tx) => Promise<T>) => Promise<T>

/**
 * Transactions that commit in groups. Kysely's own `transaction().execute()` does the same in layers that together take
 * longer than the statements of a small transaction.
 */
export function groupTransactions(
  db: Kysely<Tables>,
  dialect: ReplogDialect,
  groups: CommitGroups,
): RunInTransaction {
  const allExecutor = db.getExecutor()
  const driver = dialect.createDriver()
  const newTransaction = (connection: MemberConnection): Tx => {
    const executor = allExecutor.withConnectionProvider(new SingleConnectionProvider(connection))
    return new Transaction<Tables>({ config: { dialect }, driver, dialect, executor })
  }
  return async (scope, work) => {
    // Set before its turn comes, so that no second use can slip in.
    scope.state = 'open'
    const connection = await groups.join(scope)
    try {
      connection.begin()
      return await complete(connection, scope, () => work(newTransaction(connection)))
    } finally {
      connection.release()
    }
  }
}

async function complete<T>(
  connection: MemberConnection,
  scope: TransactionScope,
  work: () => Promise<T>,
): Promise<T> {
  try {
    const result = await work()
    await connection.commit()
    return result
  } catch (error) {
    scope.failure ??= error
    await connection.rollback()
    throw error
  }
}
