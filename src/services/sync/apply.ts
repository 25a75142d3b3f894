import type { Profile } from '#db/accounts/users.ts'
import { savepoint } from '#db/engine/transact.ts'
import type { Tx } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { derivedIds } from '#lib/derived-ids.ts'
import {
  isFound,
  isSaved,
  type NotSaved,
  type Resource,
  type ResourceTypes,
  type Saved,
} from '../crud/resource.ts'
import type { IdTaken, Invalid, Missing } from '../crud/results.ts'
import { type InvalidMutation, invalidMutation, type Outcome, rejected } from './outcome.ts'

/** The server never had the base revision. */
interface RevisionUnknown {
  readonly kind: 'revision_unknown'
}

/** Why a mutation of a resource can't be applied. */
export type NotApplied<T extends ResourceTypes> =
  | InvalidMutation
  | Missing<T['name']>
  | IdTaken<T['name']>
  | RevisionUnknown
  | T['locked']
  | T['clash']

/** A mutation of one kind of resource. */
export interface MutationOf<T extends ResourceTypes>
  extends Omit<Schemas['WorkoutMutation'], 'resource' | 'value' | 'superseded'> {
  readonly value?: T['input']
  readonly superseded?: T['input']
}

type Applied<T extends ResourceTypes> = Outcome<NotApplied<T>>
type Written<T extends ResourceTypes> = Saved<T['stored']> | IdTaken<T['name']> | NotSaved<T>

/** Applies a mutation to its resource. Nothing is written unless it is applied. */
export async function applyTo<T extends ResourceTypes>(
  resource: Resource<T>,
  tx: Tx,
  user: Profile,
  mutation: MutationOf<T>,
  now: number,
): Promise<Applied<T>> {
  const { id, baseRevision = 0, value, superseded } = mutation
  const newId = derivedIds(user.id, mutation.mutationId)
  const context = { userId: user.id, id, newId, wasOffline: true }
  const drafted = value && resource.draft(value, context)
  if (drafted?.kind === 'invalid') return rejected(invalidMutation(drafted.errors, '/value'))
  const before = superseded && resource.draft(superseded, context)
  if (before?.kind === 'invalid') return rejected(invalidMutation(before.errors, '/superseded'))

  /** Writes the superseded state, if any, and then the value, in one transaction. */
  const save = (write: (inner: Tx, draft: T['draft']) => Promise<Written<T>>, draft: T['draft']) =>
    before
      ? saveBoth(resource, tx, { superseded: before.draft, value: draft, write, now })
      : write(tx, draft).then((written) => appliedBy(resource, written, '/value'))

  const found = await resource.find(tx, user.id, id)
  if (found.kind === 'missing' && drafted && baseRevision === 0) {
    return save((inner, draft) => resource.insert(inner, draft, now), drafted.draft)
  }
  if (!isFound(found)) return rejected(found)
  const { stored } = found
  const { revision, deletedAt } = resource.stampsOf(stored)
  if (!drafted && deletedAt !== null) return { kind: 'applied', revision }
  if (baseRevision > revision) return rejected({ kind: 'revision_unknown' })
  if (baseRevision < revision) {
    const [current] = await resource.presentChanges(tx, user, [stored])
    if (!current) throw new Error('a resource was presented as nothing')
    return { kind: 'conflict', current }
  }
  if (!drafted) return { kind: 'applied', revision: (await resource.delete(tx, stored, now)).revision }
  const write = deletedAt === null ? resource.update : resource.revive
  return save((inner, draft) => write(inner, stored, draft, now), drafted.draft)
}

function appliedBy<T extends ResourceTypes>(
  resource: Resource<T>,
  written: Written<T>,
  place: string,
): Applied<T> {
  if (isSaved<T['stored']>(written)) {
    return { kind: 'applied', revision: resource.stampsOf(written.stored).revision }
  }
  return rejected(isInvalid(written) ? invalidMutation(written.errors, place) : written)
}

function isInvalid(written: { readonly kind: string }): written is Invalid {
  return written.kind === 'invalid'
}

interface Both<T extends ResourceTypes> {
  readonly superseded: T['draft']
  readonly value: T['draft']
  readonly write: (tx: Tx, draft: T['draft']) => Promise<Written<T>>
  readonly now: number
}

/** Writes the superseded state and then the value that supersedes it, or neither. */
async function saveBoth<T extends ResourceTypes>(
  resource: Resource<T>,
  tx: Tx,
  { superseded, value, write, now }: Both<T>,
): Promise<Applied<T>> {
  let refused: Applied<T> | undefined
  try {
    return await savepoint(tx, async (both) => {
      const first = await write(both, superseded)
      if (!isSaved<T['stored']>(first)) return appliedBy(resource, first, '/superseded')
      const second = appliedBy(resource, await resource.update(both, first.stored, value, now), '/value')
      if (second.kind === 'applied') return second
      refused = second
      throw new Error('the second write was rejected, so the first one is rolled back')
    })
  } catch (error) {
    if (refused) return refused
    throw error
  }
}
