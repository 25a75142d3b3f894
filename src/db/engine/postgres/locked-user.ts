import type { UserState } from '../user-state.ts'

/** The state of a transaction's user. It stays current until the transaction writes the user. */
export interface LockedUser extends UserState {
  /** Raised by the transaction, which alone can do so. */
  seq: number
}

/** Locks a user for a transaction that writes the user's data. */
export const lockUser =
  'select "seq", "horizon", "timeZone", "dayStartHour" from "users" where "id" = $1 for no key update'

/** Sets the number of the user's last change. */
export const setSeq = 'update "users" set "seq" = $1 where "id" = $2'

/**
 * Locks a user and sets `seq` ($1), or fails if the user's state isn't the expected one ($3 to $6) any more: this error
 * makes the server skip all later statements of the batch.
 */
export const setSeqIfUnchanged = `with "changed" as (update "users" set "seq" = $1 where "id" = $2 and "seq" = $3 and "horizon" = $4 and "timeZone" = $5 and "dayStartHour" = $6 returning 1) select (case count(*) when 1 then '1' else 'the user was changed by another transaction' end)::int from "changed"`

/** Whether a statement failed because of the condition of {@link setSeqIfUnchanged}. */
export function isChangedUser(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '22P02'
}
