import type { UserState } from '../user-state.ts'

/** The state of a transaction's user. It stays current until the transaction writes to the user's row. */
export interface LockedUser extends UserState {
  /** Raised by the transaction. If anything else raises it meanwhile, which a lock prevents, the commit fails. */
  seq: number
}

/** Locks a user for a transaction that writes the user's data. */
export const lockUser =
  'select "seq", "horizon", "timeZone", "dayStartHour" from "users" where "id" = $1 for no key update'

/** Sets the number of the user's last change. */
export const setSeq = 'update "users" set "seq" = $1 where "id" = $2'

/**
 * Locks a user and sets `seq` ($1), or fails if the user's state is no longer the expected one ($3 to $6): the error
 * makes the server skip all later statements of the batch.
 */
export const setSeqIfUnchanged = `with "changed" as (update "users" set "seq" = $1 where "id" = $2 and "seq" = $3 and "horizon" = $4 and "timeZone" = $5 and "dayStartHour" = $6 returning 1) select coalesce((select 1::text from "changed"), 'the user was changed by another transaction')::int`

/**
 * The same, except that the user must also not be disabled, the profile must have the expected revision ($7), and the
 * session ($8) must be open at a time ($9).
 */
export const setSeqIfSessionIsOpen = setSeqIfUnchanged.replace(
  ' returning',
  ' and "revision" = $7 and "disabledAt" is null and exists (select 1 from "sessions" where "sessions"."userId" = $2 and "sessions"."id" = $8 and "endedAt" is null and "expiresAt" > $9) returning',
)

/** Whether a statement failed because the condition of `setSeqIfUnchanged` or `setSeqIfSessionIsOpen` isn't met. */
export function isChangedUser(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '22P02'
}
