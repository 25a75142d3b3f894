/** What locking a transaction's user has read of them: it stays as it is until the transaction writes it. */
export interface LockedUser {
  /** Raised by the transaction, which alone can do so. */
  seq: number
  readonly horizon: number
  readonly timeZone: string
}

/** Locks a user for a transaction that writes the user's data. */
export const lockUser = 'select "seq", "horizon", "timeZone" from "users" where "id" = $1 for no key update'
