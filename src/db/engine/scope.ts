import { AsyncLocalStorage } from 'node:async_hooks'
import type { UserState } from './user-state.ts'

/** The transaction in which code runs. */
export interface TransactionScope {
  /** Its connection or pool. */
  readonly database: object
  /** The user whose data it may write, if limited to one user. */
  readonly userId: string | undefined
  /** Whether it commits alone instead of in a group. */
  readonly commitsAlone: boolean
  /** The state of the user, if it is enough that the user is still in this state when the transaction commits. */
  readonly expectedUser?: UserState | undefined
  /** `ended` after its last query. */
  state: 'open' | 'ended'
  /** The error that its work threw. */
  failure?: unknown
  /** The enclosing scope, of another database. */
  readonly outer: TransactionScope | undefined
}

const scopes = new AsyncLocalStorage<TransactionScope>()

/** The innermost transaction on this database in which the calling code runs, unless it has ended. */
export function currentScope(database: object): TransactionScope | undefined {
  for (let scope = scopes.getStore(); scope; scope = scope.outer) {
    if (scope.database === database && scope.state !== 'ended') return scope
  }
  return undefined
}

/** Runs `work` inside a new transaction scope. */
export async function inNewScope<T>(
  kind: Pick<TransactionScope, 'database' | 'userId' | 'commitsAlone' | 'expectedUser'>,
  work: (scope: TransactionScope) => Promise<T>,
): Promise<T> {
  const scope: TransactionScope = { ...kind, state: 'open', outer: scopes.getStore() }
  try {
    return await scopes.run(scope, () => work(scope))
  } finally {
    scope.state = 'ended'
  }
}
