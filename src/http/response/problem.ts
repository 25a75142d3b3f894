import type { FieldProblem, ProblemCode, ProblemDraft } from '../contract-types.ts'
import { maxFieldProblems } from '../validation/field-problems.ts'

/** The media type of every error (RFC 9457). */
export const problemMediaType = 'application/problem+json'

/** The body of an error: RFC 9457 with `code`, `requestId` and `errors`. */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly code: ProblemCode
  readonly requestId: string
  readonly existingId?: string
  readonly errors?: FieldProblem[]
}

/** "Not found" for `not_found`: a code always has the same title, as RFC 9457 §3.1.3 recommends. */
function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ').replace(/\b(?:id|json)\b/, (acronym) => acronym.toUpperCase())
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Completes a problem described by a handler or the binder. `path` is the request's, without its query. */
export function problemBody(
  status: number,
  draft: ProblemDraft,
  path: string,
  requestId: string,
): ProblemBody {
  return {
    type: `urn:replog:problem:${draft.code}`,
    title: titleOf(draft.code),
    status,
    detail: draft.detail,
    instance: path,
    code: draft.code,
    requestId,
    ...(draft.existingId !== undefined && { existingId: draft.existingId }),
    ...(draft.errors && draft.errors.length > 0 && { errors: draft.errors.slice(0, maxFieldProblems) }),
  }
}
