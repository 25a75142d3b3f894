import type { FieldProblem, ProblemCode, ProblemDraft } from '../contract-types.ts'

/** 200 with a JSON body. */
export function ok<const Body>(body: Body): { readonly status: 200; readonly body: Body } {
  return { status: 200, body }
}

/** 201 with a JSON body; the binder builds `Location` from the request's path and the body's `id`. */
export function created<const Body>(body: Body): { readonly status: 201; readonly body: Body } {
  return { status: 201, body }
}

/** 204. */
export function noContent(): { readonly status: 204 } {
  return { status: 204 }
}

/** A problem. `detail` is for people and never echoes the request; `errors` locates each error. */
export function problem<const Status extends number>(
  status: Status,
  code: ProblemCode,
  detail: string,
  errors?: readonly FieldProblem[],
): { readonly status: Status; readonly problem: ProblemDraft } {
  return { status, problem: { code, detail, ...(errors && { errors }) } }
}

/** 412: the precondition doesn't name the current revision. The response includes the ETag of the current one. */
export function stale<Current>(current: Current): { readonly status: 412; readonly current: Current } {
  return { status: 412, current }
}
