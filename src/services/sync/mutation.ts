import type { Profile } from '#db/accounts/users.ts'
import type { Tx } from '#db/schema/index.ts'
import { findApplied, noteApplied } from '#db/sync/applied.ts'
import type { Schemas } from '#generated/types.ts'
import { invalid } from '#handlers/problems.ts'
import type { Refused } from '#handlers/refused.ts'
import type { FieldProblem } from '#http/contract-types.ts'
import { problem } from '#http/response/constructors.ts'
import { canonical } from '#http/validation/canonical.ts'
import { type Outcome, outcomeOf, rejected } from './outcome.ts'
import type { Resource } from './resource.ts'
import { pushedExercises, pushedMeasurements, pushedWorkouts } from './resources.ts'
import { type Write, writeBoth } from './write-both.ts'

/** A mutation of one kind of resource. */
interface MutationOf<Input> extends Omit<Schemas['WorkoutMutation'], 'resource' | 'value' | 'superseded'> {
  readonly value?: Input
  readonly superseded?: Input
}

/**
 * Applies a mutation once: an applied one is recorded with its id in the same transaction, and recognized if
 * it is pushed again. Nothing is written unless it is applied.
 */
export async function applyMutation(
  tx: Tx,
  user: Profile,
  mutation: Schemas['SyncMutation'],
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

function dispatched(tx: Tx, user: Profile, mutation: Schemas['SyncMutation'], now: number): Promise<Outcome> {
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
function faultsOf(mutation: Schemas['SyncMutation']): FieldProblem[] {
  const { op, id, value } = mutation
  if (op === 'put' && value === undefined) {
    return [{ pointer: '/value', code: 'required', message: 'Is required.' }]
  }
  const sent = Object.entries({ value, superseded: supersededOf(mutation) })
  return sent.flatMap(([name, input]) => {
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

/** The same for the same mutation, however its JSON was formatted. */
function fingerprintOf(mutation: Schemas['SyncMutation']): Buffer {
  const { resource, id, op, baseRevision = 0, value } = mutation
  const superseded = supersededOf(mutation)
  const said = canonical([resource, id, op, baseRevision, value ?? null, ...(superseded ? [superseded] : [])])
  return new Bun.CryptoHasher('sha256').update(said).digest()
}

async function applyTo<Input, Ready extends object, Kept>(
  resource: Resource<Input, Ready, Kept>,
  tx: Tx,
  user: Profile,
  { id, baseRevision = 0, value, superseded }: MutationOf<Input>,
  now: number,
): Promise<Outcome> {
  const ready = value === undefined ? undefined : resource.ready(user.id, id, value)
  if (ready && 'problem' in ready) return rejected(ready, '/value')
  const before = superseded === undefined ? undefined : resource.ready(user.id, id, superseded)
  if (before && 'problem' in before) return rejected(before, '/superseded')
  const kept = await resource.find(tx, user.id, id)
  if (isRefused(kept)) return rejected(kept)
  const save = async (value: Ready, write: Write<Ready>) =>
    before
      ? writeBoth(tx, before, write, async (inner) => {
          const between = await resource.find(inner, user.id, id)
          return between === undefined || isRefused(between)
            ? missing
            : resource.change(inner, between, value, now)
        })
      : outcomeOf(await write(tx, value))
  if (kept === undefined) {
    if (!ready || baseRevision > 0) return rejected(missing)
    return save(ready, (inner, one) => resource.add(inner, one, now))
  }
  const { revision, deletedAt } = resource.stampsOf(kept)
  if (!ready && deletedAt !== null) return { kind: 'applied', revision }
  if (baseRevision > revision) return rejected(unknownRevision)
  if (baseRevision < revision) return { kind: 'conflict', current: await resource.present(tx, user, kept) }
  if (!ready) return outcomeOf(await resource.remove(tx, kept, now))
  const write = deletedAt === null ? resource.change : resource.bringBack
  return save(ready, (inner, one) => write(inner, kept, one, now))
}

function isRefused(found: unknown): found is Refused {
  return typeof found === 'object' && found !== null && 'problem' in found
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
