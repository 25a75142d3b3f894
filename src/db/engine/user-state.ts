/** The columns of a user that transactions on the user's data depend on. */
export interface UserState {
  readonly seq: number
  readonly horizon: number
  readonly timeZone: string
  readonly dayStartHour: number
}
