/** The columns of a transaction's user that locking it reads. They stay current until the transaction writes them. */
export interface LockedUser {
  /** Raised by the transaction, which alone can do so. */
  seq: number
  readonly horizon: number
  readonly timeZone: string
  readonly dayStartHour: number
}

/** Locks a user for a transaction that writes the user's data. */
export const lockUser =
  'select "seq", "horizon", "timeZone", "dayStartHour" from "users" where "id" = $1 for no key update'
