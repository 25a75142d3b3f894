import type { OperationId } from '#http/contract-types.ts'

/** Operations that are exempt from a rule, with the reasons. */
type Exceptions = Readonly<Partial<Record<OperationId, string>>>

/** `PUT`, `PATCH` and `DELETE` without `If-Match`, because no update could be lost. */
export const unconditional = {
  endSession: 'A session can only end.',
  undoImport: 'It keeps all changes that were made since the import.',
  reportSoreness: 'A report is a single figure, which replaces that of the same instant.',
  deleteSoreness: 'It deletes the figure of one instant.',
} as const satisfies Exceptions

/** Authenticated `POST` that stores nothing. */
export const postsThatStoreNothing = {
  simulateWorkout: 'It returns the figures of a workout that is not logged.',
  recommendWorkout: 'It returns a workout, which the user may log.',
  convertProgram: 'It converts a file into programs, which the user may store.',
  planProgram: 'It returns a program, which the user may store.',
  previewProgram: 'It returns the workouts of a program that is not stored.',
} as const satisfies Exceptions

/** Authenticated `POST` that is rejected if it is repeated. */
export const postsRejectedWhenRepeated = {
  changePassword: 'It requires the password that it replaces.',
  logout: 'It ends the session that it requires.',
} as const satisfies Exceptions

/** Authenticated `POST` that is safe to repeat without `Idempotency-Key`. */
export const repeatable = {
  ...postsThatStoreNothing,
  ...postsRejectedWhenRepeated,
  pushMutations: 'Each mutation has an id, by which the server recognizes a repeat.',
} as const satisfies Exceptions

/** `POST` whose body refers to an object of the caller. Another user can't send it. */
export const referringToOwnObject = {
  createProgramFromWorkout: 'It refers to the workout that becomes a program.',
} as const satisfies Exceptions

/** Operations without an access token whose other credentials can cause a 401. */
export const otherCredentials = {
  login: 'The address and the password.',
  refresh: 'A refresh token.',
  getMetrics: 'The token that the operator configured.',
} as const satisfies Exceptions

/** Operations whose `cursor` is not that of a list. */
export const notLists = {
  pullChanges: 'Its pages are larger, and clients keep the cursor for the next pull.',
} as const satisfies Exceptions

/** Operations that can cause a 404 although their path has no parameter. */
export const missingByQuery = {
  getProgress: 'The query refers to an exercise.',
  getRecords: 'The query refers to an exercise.',
  getProgression: 'The query refers to an exercise.',
} as const satisfies Exceptions

/** Operations that cannot cause a 404 although their path has a parameter. */
export const neverMissing = {
  reportSoreness: 'Muscles always exist.',
} as const satisfies Exceptions

/** Numbers in requests that an enum limits. */
export const numericEnums = { repMax: [3, 6, 10], tier: [1, 2, 3] } as const

/** Whether an operation is among the exceptions to a rule. */
export const isAmong = (exceptions: Exceptions, id: string): boolean => Object.hasOwn(exceptions, id)
