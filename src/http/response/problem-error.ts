import type { FieldProblem, ProblemCode, ProblemDraft } from '../contract-types.ts'

/** What the binder throws to end a request with a problem; handlers return theirs instead. */
export class Refusal extends Error {
  readonly status: number
  readonly problem: ProblemDraft
  /** Headers that belong to the status: `Allow`, `WWW-Authenticate`, `ETag`. */
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, problem: ProblemDraft, headers: Readonly<Record<string, string>> = {}) {
    super(problem.detail)
    this.status = status
    this.problem = problem
    this.headers = headers
  }
}

/** A refusal without field problems or headers. */
export function refuse(status: number, code: ProblemCode, detail: string): Refusal {
  return new Refusal(status, { code, detail })
}

/** 422: the request was understood, but these parts of it can't be accepted. */
export function refuseFields(errors: readonly FieldProblem[]): Refusal {
  const detail =
    errors.length === 1 ? 'One part of the request is not valid.' : 'Parts of the request are not valid.'
  return new Refusal(422, { code: 'validation_failed', detail, errors })
}
