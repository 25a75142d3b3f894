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

/** The base revision is above the server's: the server doesn't have it, as after a restore from a backup. */
interface RevisionUnknown {
  readonly kind: 'revision_unknown'
}

/** The reason why a mutation of a resource can't be applied. */
export type NotApplied<T extends ResourceTypes> =
  | InvalidMutation
  | Missing<T['name']>
  | IdTaken<T['name']>
  | RevisionUnknown
  | T['locked']
  | T['writeFailure']

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
  const context = { userId: user.id, timeZone: user.timeZone, id, newId, mayReferToDeleted: true }
  const draftResult = value && resource.draft(value, context)
  if (draftResult?.kind === 'invalid') return rejected(invalidMutation(draftResult.errors, '/value'))
  const supersededDraft = superseded && resource.draft(superseded, context)
  if (supersededDraft?.kind === 'invalid')
    return rejected(invalidMutation(supersededDraft.errors, '/superseded'))

  /** Writes the superseded state, if any, and then the value, in one transaction. */
  const save = (write: (inner: Tx, draft: T['draft']) => Promise<Written<T>>, draft: T['draft']) =>
    supersededDraft
      ? saveBoth(resource, tx, { superseded: supersededDraft.draft, value: draft, write, now })
      : write(tx, draft).then((writeResult) => outcomeOfWrite(resource, writeResult, '/value'))

  const findResult = await resource.find(tx, user.id, id)
  if (findResult.kind === 'missing' && draftResult && baseRevision === 0) {
    return save((inner, draft) => resource.insert(inner, draft, now, true), draftResult.draft)
  }
  if (!isFound(findResult)) return rejected(findResult)
  const { stored } = findResult
  const { revision, deletedAt } = resource.stampsOf(stored)
  if (!draftResult && deletedAt !== null) return { kind: 'applied', revision }
  if (baseRevision > revision) return rejected({ kind: 'revision_unknown' })
  if (baseRevision < revision) {
    const [current] = await resource.presentChanges(tx, user, [stored])
    if (!current) throw new Error('a resource has no change to present')
    return { kind: 'conflict', current }
  }
  if (!draftResult) return { kind: 'applied', revision: (await resource.delete(tx, stored, now)).revision }
  const write = deletedAt === null ? resource.update : resource.revive
  return save((inner, draft) => write(inner, stored, draft, now), draftResult.draft)
}

function outcomeOfWrite<T extends ResourceTypes>(
  resource: Resource<T>,
  writeResult: Written<T>,
  pointer: string,
): Applied<T> {
  if (isSaved<T['stored']>(writeResult)) {
    return { kind: 'applied', revision: resource.stampsOf(writeResult.stored).revision }
  }
  return rejected(isInvalid(writeResult) ? invalidMutation(writeResult.errors, pointer) : writeResult)
}

function isInvalid(writeResult: { readonly kind: string }): writeResult is Invalid {
  return writeResult.kind === 'invalid'
}

/** A superseded state, the value that supersedes it, and how they are written. */
interface SupersedingWrite<T extends ResourceTypes> {
  readonly superseded: T['draft']
  readonly value: T['draft']
  readonly write: (tx: Tx, draft: T['draft']) => Promise<Written<T>>
  readonly now: number
}

/** Writes the superseded state and then the value that supersedes it, or neither. */
async function saveBoth<T extends ResourceTypes>(
  resource: Resource<T>,
  tx: Tx,
  { superseded, value, write, now }: SupersedingWrite<T>,
): Promise<Applied<T>> {
  let failure: Applied<T> | undefined
  try {
    return await savepoint(tx, async (inner) => {
      const first = await write(inner, superseded)
      if (!isSaved<T['stored']>(first)) return outcomeOfWrite(resource, first, '/superseded')
      const second = await resource.update(inner, first.stored, value, now)
      const outcome = outcomeOfWrite(resource, second, '/value')
      if (outcome.kind === 'applied') return outcome
      failure = outcome
      throw new Error('the second write was rejected, so the first one is rolled back')
    })
  } catch (error) {
    if (failure) return failure
    throw error
  }
}
