import type { Schemas } from '#generated/types.ts'
import type { Refused } from '#handlers/refused.ts'

/** The result of a mutation. A refusal's pointers lead into the mutation. */
export type Outcome =
  | { readonly kind: 'applied' | 'duplicate'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly current: Schemas['SyncChange'] }
  | { readonly kind: 'rejected'; readonly refused: Refused }

/** The outcome of a write, `place` being where in the mutation stands what was written. */
export function outcomeOf(written: { readonly revision: number } | Refused, place = '/value'): Outcome {
  return 'problem' in written ? rejected(written, place) : { kind: 'applied', revision: written.revision }
}

/** For faults in a part of the mutation, `place` is put before their pointers. */
export function rejected({ status, problem }: Refused, place = ''): Outcome {
  const errors = problem.errors?.map((error) =>
    error.pointer === undefined ? error : { ...error, pointer: place + error.pointer },
  )
  return { kind: 'rejected', refused: { status, problem: { ...problem, ...(errors && { errors }) } } }
}
