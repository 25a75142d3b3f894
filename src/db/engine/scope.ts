import { AsyncLocalStorage } from 'node:async_hooks'

/** The transaction around the code that runs inside of it. */
export interface TransactionScope {
  /** The connection or pool that it is on. */
  readonly database: object
  /** The user whose data it may write, if it is one user's. */
  readonly userId: string | undefined
  /** Whether it shares its commit with no other. */
  readonly alone: boolean
  /** `opening` until it has the connection, then `open`, and `ended` from its last query on. */
  state: 'opening' | 'open' | 'ended'
  /** What its work threw. */
  failure?: unknown
  /** The scope around this one, of another database. */
  readonly outer: TransactionScope | undefined
}

const scopes = new AsyncLocalStorage<TransactionScope>()

/** The innermost transaction on this database that the calling code runs in, unless it has ended. */
export function currentScope(database: object): TransactionScope | undefined {
  for (let scope = scopes.getStore(); scope; scope = scope.outer) {
    if (scope.database === database && scope.state !== 'ended') return scope
  }
  return undefined
}

/** Runs `work` inside a new transaction scope. */
export async function inNewScope<T>(
  kind: Pick<TransactionScope, 'database' | 'userId' | 'alone'>,
  work: (scope: TransactionScope) => Promise<T>,
): Promise<T> {
  const scope: TransactionScope = { ...kind, state: 'opening', outer: scopes.getStore() }
  try {
    return await scopes.run(scope, () => work(scope))
  } finally {
    scope.state = 'ended'
  }
}
