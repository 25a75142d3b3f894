import type { ProblemDraft } from '#http/contract-types.ts'

/** Why something can't be written as it was sent: an answer, or the result of one mutation of a push. */
export interface Refused<Status extends number = number> {
  readonly status: Status
  readonly problem: ProblemDraft
}
