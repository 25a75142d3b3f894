import type { Schemas } from '#generated/types.ts'
import type { FieldProblem } from '../crud/results.ts'

/** What became of a mutation. `Failure` is why it can't be applied. */
export type Outcome<Failure> =
  | { readonly kind: 'applied' | 'duplicate'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly current: Schemas['SyncChange'] }
  | { readonly kind: 'rejected'; readonly failure: Failure }

/** The mutation is not valid; pointers lead into it. */
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

/** Faults of a part of a mutation, `place` being where in the mutation it is. */
export function invalidMutation(errors: readonly FieldProblem[], place = ''): InvalidMutation {
  return { kind: 'invalid_mutation', errors: errors.map((error) => at(place, error)) }
}

/** A fault, with `place` before its pointer. */
export function at(place: string, error: FieldProblem): FieldProblem {
  return error.pointer === undefined ? error : { ...error, pointer: place + error.pointer }
}
