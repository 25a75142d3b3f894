import type { OperationId } from '#http/contract-types.ts'

/** Operations exempt from a rule, each with the reason. */
type Exceptions = Readonly<Partial<Record<OperationId, string>>>

/** `PUT`, `PATCH` and `DELETE` without `If-Match`, because no update could be lost. */
export const unconditional = {
  endSession: 'A session is ended whatever it is by now.',
  undoImport: 'What was changed since the import stays, whoever undoes it.',
  reportSoreness:
    'What one says for an instant is one figure, without a representation of its own to have read.',
  deleteSoreness: 'It names the one figure that it takes back by its instant.',
} as const satisfies Exceptions

/** Authenticated `POST` that only computes and stores nothing. */
export const computing = {
  simulateWorkout: 'The figures of a workout that is not logged.',
  recommendWorkout: 'A workout to log, if the user does it.',
  convertProgram: 'Programs to store, from a file.',
  planProgram: 'A program to store, if the user likes it.',
  previewProgram: 'What a program asks for, before it is stored.',
} as const satisfies Exceptions

/** Authenticated `POST` that is rejected when repeated. */
export const rejectedAgain = {
  changePassword: 'It asks for the password that it replaces.',
  logout: 'The session that it needs has ended.',
} as const satisfies Exceptions

/** Authenticated `POST` without `Idempotency-Key` that is idempotent. */
export const repeatable = {
  ...computing,
  ...rejectedAgain,
  pushMutations: 'Each of its mutations has an id of its own, by which it is known again.',
} as const satisfies Exceptions

/** `POST` whose body refers to an object of the caller, so that another user can't send it. */
export const ofOwnObject = {
  createProgramFromWorkout: 'It names the workout to make a program of.',
} as const satisfies Exceptions

/** 401 without an access token, for other credentials. */
export const credentials = {
  login: 'Address and password.',
  refresh: 'A refresh token.',
  getMetrics: 'The token that the operator has set.',
} as const satisfies Exceptions

/** A `cursor` that doesn't page through a list. */
export const noList = {
  pullChanges: 'Larger pages, and a cursor that is kept for the next time.',
} as const satisfies Exceptions

/** 404 without the name of an object in the path. */
export const missingElsewhere = {
  getProgress: 'It names an exercise in its query.',
  getRecords: 'It names an exercise in its query.',
  getProgression: 'It names an exercise in its query.',
} as const satisfies Exceptions

/** No 404 although the path contains a name. */
export const neverMissing = {
  reportSoreness: 'A muscle of the taxonomy is always there.',
} as const satisfies Exceptions

/** Numbers in requests, bounded by an enum. */
export const numericEnums = { repMax: [3, 6, 10], tier: [1, 2, 3] } as const

/** Whether an operation is among the exceptions to a rule. */
export const isAmong = (exceptions: Exceptions, id: string): boolean => Object.hasOwn(exceptions, id)
