import type { Profile } from '#db/accounts/users.ts'
import type { Tx } from '#db/schema/index.ts'
import { findApplied, insertApplied } from '#db/sync/applied.ts'
import type { Schemas } from '#generated/types.ts'
import { canonicalJson } from '#lib/canonical-json.ts'
import type { FieldProblem, ResourceName } from '../crud/results.ts'
import { type FailureOf, type Mutations, resources } from '../resources.ts'
import { type InvalidMutation, invalidMutation, type Outcome, rejected } from './outcome.ts'

/** The mutationId was used for a mutation with other content. */
interface MutationIdReused {
  readonly kind: 'mutation_id_reused'
}

/** The reason why a mutation can't be applied. */
export type MutationFailure = FailureOf<ResourceName> | InvalidMutation | MutationIdReused

/**
 * Applies a mutation once: an applied one is recorded with its id in the same transaction, and recognized if
 * it is pushed again. Nothing is written unless it is applied.
 */
export async function applyMutation(
  tx: Tx,
  user: Profile,
  mutation: Schemas['SyncMutation'],
  now: number,
): Promise<Outcome<MutationFailure>> {
  const errors = problemsOf(mutation)
  if (errors.length > 0) return rejected(invalidMutation(errors))
  const { mutationId } = mutation
  const fingerprint = fingerprintOf(mutation)
  const applied = await findApplied(tx, user.id, mutationId)
  if (applied) {
    const isSame = fingerprint.equals(applied.fingerprint)
    return isSame
      ? { kind: 'duplicate', revision: applied.revision }
      : rejected({ kind: 'mutation_id_reused' })
  }
  const outcome = await applyByName(mutation.resource, tx, user, mutation, now)
  if (outcome.kind === 'applied') {
    const { revision } = outcome
    await insertApplied(tx, { userId: user.id, mutationId, fingerprint, revision, appliedAt: now })
  }
  return outcome
}

function applyByName<Name extends ResourceName>(
  name: Name,
  tx: Tx,
  user: Profile,
  mutation: Mutations[Name],
  now: number,
): Promise<Outcome<FailureOf<Name>>> {
  return resources[name].apply(tx, user, mutation, now)
}

/**
 * Checks rules that the schema can't express: a put has a value, and the ids of the value and the superseded state, if
 * present, are the mutation's; a delete has neither.
 */
function problemsOf(mutation: Schemas['SyncMutation']): FieldProblem[] {
  const { op, id, value } = mutation
  if (op === 'put' && value === undefined) {
    return [{ pointer: '/value', code: 'required', message: 'Is required.' }]
  }
  const inputs = Object.entries({ value, superseded: supersededOf(mutation) })
  return inputs.flatMap(([name, input]) => {
    if (input === undefined) return []
    const pointer = `/${name}`
    if (op === 'delete') return { pointer, code: 'unknown_field', message: 'Must be left out of a delete.' }
    if (input.id === undefined || input.id === id) return []
    const message = 'Must be the id of the mutation, or left out.'
    return { pointer: `${pointer}/id`, code: 'id_mismatch', message }
  })
}

function supersededOf(mutation: Schemas['SyncMutation']): Schemas['WorkoutInput'] | undefined {
  return 'superseded' in mutation ? mutation.superseded : undefined
}

/** A fingerprint that doesn't depend on the format of the mutation's JSON. */
function fingerprintOf(mutation: Schemas['SyncMutation']): Buffer {
  const { resource, id, op, baseRevision = 0, value } = mutation
  const superseded = supersededOf(mutation)
  const content = [resource, id, op, baseRevision, value ?? null, ...(superseded ? [superseded] : [])]
  return new Bun.CryptoHasher('sha256').update(canonicalJson(content)).digest()
}
