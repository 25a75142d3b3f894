import type { PresumedSession } from './presumed-session.ts'

/** The columns of a user that transactions on the user's data depend on. */
export interface UserState {
  readonly seq: number
  readonly horizon: number
  readonly timeZone: string
  readonly dayStartHour: number
  /** The session that is to be checked together with the state, if it hasn't been for this request. */
  readonly presumedSession?: PresumedSession
}
