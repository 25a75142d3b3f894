import type { Schemas } from '#generated/types.ts'
import type { Refused } from '#handlers/refused.ts'
import type { FieldProblem, ProblemOf, Validated } from '#http/contract-types.ts'
import type { Outcome } from './outcome.ts'

/** A mutation that doesn't satisfy the contract's schemas. */
type Faulty = Exclude<Validated<Schemas['SyncMutation']>, { readonly valid: true }>

/** The result of a mutation that doesn't satisfy the schemas. */
export function resultOfFaulty({ id, problems }: Faulty, problemOf: ProblemOf): Schemas['SyncResult'] {
  const problem = problemOf(422, { code: 'validation_failed', detail: notValid, errors: problems })
  return { outcome: 'rejected', ...(id !== undefined && { mutationId: id }), problem }
}

/** The result of the mutation at `index` of its push. */
export function resultOf(
  { mutationId }: Schemas['SyncMutation'],
  index: number,
  outcome: Outcome,
  problemOf: ProblemOf,
): Schemas['SyncResult'] {
  switch (outcome.kind) {
    case 'applied':
    case 'duplicate':
      return { outcome: outcome.kind, mutationId, revision: outcome.revision }
    case 'conflict':
      return { outcome: 'conflict', mutationId, current: outcome.current }
    case 'rejected': {
      const { status, problem } = inBody(outcome.refused, index)
      return { outcome: 'rejected', mutationId, problem: problemOf(status, problem) }
    }
  }
}

/** Turns a mutation's refusal into one with pointers into the request body. */
function inBody({ status, problem }: Refused, index: number): Refused {
  if (!problem.errors) return { status, problem }
  const errors = problem.errors.map(
    (error): FieldProblem =>
      error.pointer === undefined ? error : { ...error, pointer: `/mutations/${index}${error.pointer}` },
  )
  return { status, problem: { ...problem, detail: notValid, errors } }
}

const notValid = 'The mutation is not valid in the places that errors names.'
