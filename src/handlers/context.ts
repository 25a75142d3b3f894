import type { Handlers } from '../../generated/operations.ts'
import type { Accounts } from '../auth/accounts.ts'
import type { Principal } from '../auth/authenticate.ts'
import type { Reader } from '../db/schema.ts'
import type { Log } from '../log.ts'
import type { Hints } from '../sync/hints.ts'

/** What every handler receives besides what its operation declares. */
export interface Context {
  /** The database, or the transaction of a request with an `Idempotency-Key`. */
  readonly db: Reader
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number
  readonly accounts: Accounts
  readonly hints: Hints
  readonly log: Log
}

export type { Principal }

/** The handlers of this app, one for each operation of the contract. */
export type AppHandlers = Handlers<Context, Principal>
