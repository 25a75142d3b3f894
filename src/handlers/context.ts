import type { Reader } from '#db/schema/index.ts'
import type { Hints } from '#events/hints.ts'
import type { Handlers } from '#generated/operations.ts'
import type { Log } from '#lib/log.ts'
import type { Accounts } from '#services/auth/accounts.ts'
import type { Principal } from '#services/auth/authenticate.ts'

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
