import type { FieldProblem } from '#http/contract-types.ts'
import { problem } from '#http/response/constructors.ts'

/** 422: faults that the schemas can't express. */
export function invalid(...errors: readonly FieldProblem[]) {
  const places = errors.length === 1 ? 'one place' : `${errors.length} places`
  return problem(422, 'validation_failed', `The request is not valid in ${places}.`, errors)
}

/** 422: the cursor isn't one that this list gave for this query. */
export function invalidCursor() {
  return invalid({
    parameter: 'cursor',
    code: 'invalid_cursor',
    message: 'Must be the nextCursor of a page of this list with the same filters.',
  })
}

/** 422: the body names another resource than the path. */
export function idMismatch() {
  return invalid({ pointer: '/id', code: 'id_mismatch', message: 'Must be the id in the path, or left out.' })
}
