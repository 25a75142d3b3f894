import type { Schemas } from '#generated/types.ts'
import type { OrText } from '#lib/json-text.ts'
import type { FieldProblem } from '../crud/results.ts'

/** The outcome of a mutation. `Failure` is why it can't be applied. */
export type Outcome<Failure> =
  | { readonly kind: 'applied' | 'duplicate'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly current: OrText<Schemas['SyncChange']> }
  | { readonly kind: 'rejected'; readonly failure: Failure }

/** The mutation is not valid. Pointers are relative to it. */
export interface InvalidMutation {
  readonly kind: 'invalid_mutation'
  readonly errors: readonly FieldProblem[]
}

/** A mutation that can't be applied. */
export function rejected<Failure>(failure: Failure): {
  readonly kind: 'rejected'
  readonly failure: Failure
} {
  return { kind: 'rejected', failure }
}

/** Errors in a part of a mutation; `place` is the part's pointer in the mutation. */
export function invalidMutation(errors: readonly FieldProblem[], place = ''): InvalidMutation {
  return { kind: 'invalid_mutation', errors: errors.map((error) => at(place, error)) }
}

/** The error with `place` prepended to its pointer. */
export function at(place: string, error: FieldProblem): FieldProblem {
  return error.pointer === undefined ? error : { ...error, pointer: place + error.pointer }
}
