import type { Profile } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Reader, Tx } from '#db/schema/index.ts'
import { type IdSource, randomIds } from '#lib/derived-ids.ts'
import {
  type DraftContext,
  type Found,
  isFound,
  isSaved,
  type NotSaved,
  type Resource,
  type ResourceTypes,
} from './resource.ts'
import {
  type Created,
  type Current,
  type Deleted,
  type Done,
  type IdTaken,
  type Invalid,
  invalid,
  type Missing,
  type Stale,
} from './results.ts'

/** The caller of an operation, its database, and the time. */
export interface Caller {
  readonly user: Profile
  /** The database, or the transaction that the operation is part of. */
  readonly db: Reader
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number
  readonly newId: IdSource
}

/** A resource to change, and the revisions at which it may be changed. */
export interface Target {
  readonly id: string
  mayChange(revision: number): boolean
}

/** The reason why a resource can't be changed. */
export type NotChangeable<T extends ResourceTypes> =
  | Missing<T['name']>
  | Deleted<T['name']>
  | Stale<T['value']>
  | T['locked']

/** Creates a resource with the id that the client chose, or a new one. */
export async function create<T extends ResourceTypes>(
  resource: Resource<T>,
  { user, db, now, newId }: Caller,
  input: T['input'],
  { mayReferToDeleted = false }: Pick<DraftContext, 'mayReferToDeleted'> = {},
): Promise<Created<T['value']> | IdTaken<T['name']> | NotSaved<T>> {
  const isNewId = input.id === undefined && newId === randomIds
  const id = input.id ?? newId('')
  const owner = { userId: user.id, timeZone: user.timeZone }
  const draftResult = resource.draft(input, { ...owner, id, newId, mayReferToDeleted })
  if (draftResult.kind === 'invalid') return draftResult
  const insert = (tx: Tx) => resource.insert(tx, draftResult.draft, now(), isNewId)
  const saveResult = await transact(db, user.id, insert, user)
  if (!isSaved(saveResult)) return saveResult
  return { kind: 'created', value: await resource.present(db, user, saveResult.stored) }
}

/** Reads a resource that isn't deleted. */
export async function get<T extends ResourceTypes>(
  resource: Resource<T>,
  { user, db }: Pick<Caller, 'user' | 'db'>,
  id: string,
): Promise<Current<T['value']> | Missing<T['name']> | Deleted<T['name']> | T['locked']> {
  const findResult = await resource.find(db, user.id, id)
  if (!isFound(findResult)) return findResult
  if (resource.stampsOf(findResult.stored).deletedAt !== null)
    return { kind: 'deleted', resource: resource.name }
  return { kind: 'current', value: await resource.present(db, user, findResult.stored) }
}

/** Replaces a resource that isn't deleted. */
export async function replace<T extends ResourceTypes>(
  resource: Resource<T>,
  { user, db, now, newId }: Caller,
  target: Target,
  input: T['input'],
): Promise<Current<T['value']> | NotChangeable<T> | NotSaved<T>> {
  if (input.id !== undefined && input.id !== target.id) return idMismatch
  const { id: userId, timeZone } = user
  const draftResult = resource.draft(input, { userId, timeZone, id: target.id, newId })
  if (draftResult.kind === 'invalid') return draftResult
  const update = async (tx: Tx) => {
    const findResult = await findChangeable(resource, tx, user, target, draftResult.draft)
    if (!isFound(findResult)) return findResult
    return resource.update(tx, findResult.stored, draftResult.draft, now())
  }
  const saveResult = await transact(db, user.id, update, user)
  if (!isSaved(saveResult)) return saveResult
  return { kind: 'current', value: await resource.present(db, user, saveResult.stored) }
}

/** Deletes a resource, leaving a tombstone. */
export async function remove<T extends ResourceTypes>(
  resource: Resource<T>,
  { user, db, now }: Caller,
  target: Target,
): Promise<Done | NotChangeable<T>> {
  return transact(db, user.id, async (tx) => {
    const findResult = await findChangeable(resource, tx, user, target)
    if (!isFound(findResult)) return findResult
    await resource.delete(tx, findResult.stored, now())
    return { kind: 'done' }
  })
}

/** Restores a deleted resource whose tombstone still has its content. Does nothing if it isn't deleted. */
export async function restore<T extends ResourceTypes & { readonly stored: T['draft'] }>(
  resource: Resource<T>,
  { user, db, now }: Caller,
  id: string,
): Promise<Current<T['value']> | Missing<T['name']> | T['locked'] | NotSaved<T>> {
  return transact(db, user.id, async (tx) => {
    const findResult = await resource.find(tx, user.id, id)
    if (!isFound(findResult)) return findResult
    const { stored } = findResult
    const isDeleted = resource.stampsOf(stored).deletedAt !== null
    const saveResult = isDeleted ? await resource.revive(tx, stored, stored, now()) : undefined
    if (saveResult && !isSaved(saveResult)) return saveResult
    return { kind: 'current', value: await resource.present(tx, user, saveResult?.stored ?? stored) }
  })
}

/** The stored resource, or the reason why it can't be changed. */
async function findChangeable<T extends ResourceTypes>(
  resource: Resource<T>,
  tx: Tx,
  user: Profile,
  target: Target,
  draft?: T['draft'],
): Promise<Found<T['stored']> | NotChangeable<T>> {
  const findResult = await resource.find(tx, user.id, target.id, draft)
  if (!isFound(findResult)) return findResult
  const { revision, deletedAt } = resource.stampsOf(findResult.stored)
  if (deletedAt !== null) return { kind: 'deleted', resource: resource.name }
  if (target.mayChange(revision)) return findResult
  return { kind: 'stale', current: await resource.present(tx, user, findResult.stored) }
}

const idMismatch: Invalid = invalid({
  pointer: '/id',
  code: 'id_mismatch',
  message: 'Must be the id in the path, or left out.',
})
