import type { components } from '../../../generated/types.ts'
import type { Tx } from '../../db/schema.ts'
import { findApplied, noteApplied } from '../../db/sync/applied.ts'
import type { Profile } from '../../db/users.ts'
import { problem } from '../../http/answer.ts'
import { canonical } from '../../http/canonical.ts'
import type { FieldProblem } from '../../http/contract-types.ts'
import { invalid } from '../invalid.ts'
import type { Refused } from '../refused.ts'
import type { Resource } from './resource.ts'
import { pushedExercises, pushedMeasurements, pushedWorkouts } from './resources.ts'

type Words = components['schemas']

/** The result of a mutation. A refusal's pointers lead into the mutation. */
export type Outcome =
  | { readonly kind: 'applied' | 'duplicate'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly current: Words['SyncChange'] }
  | { readonly kind: 'rejected'; readonly refused: Refused }

/** A mutation of one kind of resource. */
interface MutationOf<Input> extends Omit<Words['WorkoutMutation'], 'resource' | 'value'> {
  readonly value?: Input
}

/**
 * Applies a mutation once: an applied one is recorded with its id in the same transaction, and recognized if
 * it is pushed again. Nothing is written unless it is applied.
 */
export async function applyMutation(
  tx: Tx,
  user: Profile,
  mutation: Words['SyncMutation'],
  now: number,
): Promise<Outcome> {
  const faults = faultsOf(mutation)
  if (faults.length > 0) return rejected(invalid(...faults))
  const { mutationId } = mutation
  const fingerprint = fingerprintOf(mutation)
  const known = await findApplied(tx, user.id, mutationId)
  if (known) {
    const same = fingerprint.equals(known.fingerprint)
    return same ? { kind: 'duplicate', revision: known.revision } : rejected(idReused)
  }
  const outcome = await dispatched(tx, user, mutation, now)
  if (outcome.kind === 'applied') {
    const { revision } = outcome
    await noteApplied(tx, { userId: user.id, mutationId, fingerprint, revision, appliedAt: now })
  }
  return outcome
}

function dispatched(tx: Tx, user: Profile, mutation: Words['SyncMutation'], now: number): Promise<Outcome> {
  switch (mutation.resource) {
    case 'workout':
      return applyTo(pushedWorkouts, tx, user, mutation, now)
    case 'exercise':
      return applyTo(pushedExercises, tx, user, mutation, now)
    case 'measurement':
      return applyTo(pushedMeasurements, tx, user, mutation, now)
  }
}

/**
 * What the schema can't express: a put has a value, whose id, if present, is the mutation's; a delete has
 * none.
 */
function faultsOf({ op, id, value }: Words['SyncMutation']): FieldProblem[] {
  const pointer = '/value'
  if (op === 'put' && value === undefined) return [{ pointer, code: 'required', message: 'Is required.' }]
  if (op === 'delete' && value !== undefined) {
    return [{ pointer, code: 'unknown_field', message: 'Must be left out of a delete.' }]
  }
  if (value?.id === undefined || value.id === id) return []
  return [
    { pointer: '/value/id', code: 'id_mismatch', message: 'Must be the id of the mutation, or left out.' },
  ]
}

/** The same for the same mutation, however its JSON was formatted. */
function fingerprintOf({ resource, id, op, baseRevision = 0, value }: Words['SyncMutation']): Buffer {
  const said = canonical([resource, id, op, baseRevision, value ?? null])
  return new Bun.CryptoHasher('sha256').update(said).digest()
}

async function applyTo<Input, Ready extends object, Kept>(
  resource: Resource<Input, Ready, Kept>,
  tx: Tx,
  user: Profile,
  { id, baseRevision = 0, value }: MutationOf<Input>,
  now: number,
): Promise<Outcome> {
  const ready = value === undefined ? undefined : resource.ready(user.id, id, value)
  if (ready && 'problem' in ready) return rejected(ready, '/value')
  const kept = await resource.find(tx, user.id, id)
  if (isRefused(kept)) return rejected(kept)
  if (kept === undefined) {
    if (!ready || baseRevision > 0) return rejected(missing)
    return outcomeOf(await resource.add(tx, ready, now))
  }
  const { revision, deletedAt } = resource.stampsOf(kept)
  if (!ready && deletedAt !== null) return { kind: 'applied', revision }
  if (baseRevision > revision) return rejected(unknownRevision)
  if (baseRevision < revision) return { kind: 'conflict', current: await resource.present(tx, user, kept) }
  if (!ready) return outcomeOf(await resource.remove(tx, kept, now))
  const write = deletedAt === null ? resource.change : resource.bringBack
  return outcomeOf(await write(tx, kept, ready, now))
}

function isRefused(found: unknown): found is Refused {
  return typeof found === 'object' && found !== null && 'problem' in found
}

function outcomeOf(written: { readonly revision: number } | Refused): Outcome {
  return 'problem' in written ? rejected(written, '/value') : { kind: 'applied', revision: written.revision }
}

/** For faults in a part of the mutation, `place` is put before their pointers. */
function rejected({ status, problem }: Refused, place = ''): Outcome {
  const errors = problem.errors?.map((error) =>
    error.pointer === undefined ? error : { ...error, pointer: place + error.pointer },
  )
  return { kind: 'rejected', refused: { status, problem: { ...problem, ...(errors && { errors }) } } }
}

const missing = problem(404, 'not_found', 'There is no resource of this kind with this id.')
const unknownRevision = problem(
  409,
  'revision_unknown',
  'The server does not know this base revision. Pull first.',
)
const idReused = problem(
  409,
  'mutation_id_reused',
  'The mutationId was used for a mutation with other content.',
)
