import type { Schemas } from '#generated/types.ts'
import type { OrText } from '#lib/json-text.ts'
import type { FieldProblem } from '../crud/results.ts'

/** The outcome of a mutation. `Failure` is the type of the reasons why it can't be applied. */
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

/** Errors in a part of a mutation. Their pointers are relative to the part, whose own pointer is `base`. */
export function invalidMutation(errors: readonly FieldProblem[], base = ''): InvalidMutation {
  return { kind: 'invalid_mutation', errors: errors.map((error) => withPointerBase(base, error)) }
}

/** Prepends `base` to an error's pointer. */
export function withPointerBase(base: string, error: FieldProblem): FieldProblem {
  return error.pointer === undefined ? error : { ...error, pointer: base + error.pointer }
}
