import type { Reader } from '#db/schema/index.ts'
import type { Hints } from '#events/hints.ts'
import type { Handlers } from '#generated/operations.ts'
import type { Client, Precondition } from '#http/contract-types.ts'
import { satisfies } from '#http/policies/precondition.ts'
import { networkOf } from '#http/request/client-address.ts'
import type { IdSource } from '#lib/derived-ids.ts'
import type { Log } from '#lib/log.ts'
import type { Accounts } from '#services/auth/accounts.ts'
import type { Principal } from '#services/auth/authenticate.ts'
import type { Origin } from '#services/auth/origin.ts'
import type { Caller, Target } from '#services/crud/operations.ts'

/** Passed to every handler in addition to the request that its operation declares. */
export interface Context {
  /** The database, or the transaction of a request with an `Idempotency-Key`. */
  readonly db: Reader
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number
  /** Generates ids that the client didn't choose: derived from the `Idempotency-Key`, if there is one. */
  readonly newId: IdSource
  readonly accounts: Accounts
  readonly hints: Hints
  readonly log: Log
  /** Aborted when the server begins to shut down, to stop long work. */
  readonly stopping: AbortSignal
}

export type { Principal }

/** The principal of each security scheme of the contract. */
export interface Principals {
  readonly bearerAuth: Principal
}

/** The handlers of this app, one for each operation of the contract. */
export type AppHandlers = Handlers<Context, Principals>

/** The caller in the form that services expect. */
export function callerOf({
  principal: { user },
  db,
  now,
  newId,
}: Context & { readonly principal: Principal }): Caller {
  return { user, db, now, newId }
}

/** The resource that a request with `If-Match` targets, and the revisions at which it may be changed. */
export function targetOf({
  path: { id },
  ifMatch,
}: {
  readonly path: { readonly id: string }
  readonly ifMatch: Precondition
}): Target {
  return { id, mayChange: (revision) => satisfies(ifMatch, revision) }
}

/** The origin of a request in the form that services expect. */
export function originOf({ client }: { readonly client: Client }): Origin {
  return { network: networkOf(client.address), userAgent: client.userAgent }
}
