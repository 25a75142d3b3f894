import { created, noContent, ok } from '#http/response/constructors.ts'
import type { Created, Current, Done } from '#services/crud/results.ts'
import { type Failure, type ProblemFor, problemFor } from './problems.ts'

type Success = Created<unknown> | Current<unknown> | Done

type ResponseTo<R> =
  R extends Created<infer Value>
    ? { readonly status: 201; readonly body: Value }
    : R extends Current<infer Value>
      ? { readonly status: 200; readonly body: Value }
      : R extends Done
        ? { readonly status: 204 }
        : R extends Failure
          ? ProblemFor<R>
          : never

/**
 * Converts a service's result to a response. The statuses are part of the type, so a handler compiles
 * only if its operation declares all of them.
 */
export function respond<R extends Success | Failure>(result: R): ResponseTo<R>
export function respond(result: Success | Failure): unknown {
  switch (result.kind) {
    case 'created':
      return created(result.value)
    case 'current':
      return ok(result.value)
    case 'done':
      return noContent()
    default:
      return problemFor(result)
  }
}
