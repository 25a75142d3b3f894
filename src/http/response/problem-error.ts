import type { FieldProblem, ProblemCode, ProblemDraft } from '../contract-types.ts'

/** Thrown by the binder to end a request with a problem; handlers return problems instead. */
export class ProblemError extends Error {
  readonly status: number
  readonly problem: ProblemDraft
  /** Headers that belong to the status: `Allow`, `WWW-Authenticate`, `RateLimit`. */
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, problem: ProblemDraft, headers: Readonly<Record<string, string>> = {}) {
    super(problem.detail)
    this.status = status
    this.problem = problem
    this.headers = headers
  }

  /** A problem without field problems or headers. */
  static of(status: number, code: ProblemCode, detail: string): ProblemError {
    return new ProblemError(status, { code, detail })
  }
}

/** 422: the request is well-formed, but parts of it are invalid. */
export function validationError(errors: readonly FieldProblem[]): ProblemError {
  const detail =
    errors.length === 1 ? 'One part of the request is not valid.' : 'Parts of the request are not valid.'
  return new ProblemError(422, { code: 'validation_failed', detail, errors })
}
