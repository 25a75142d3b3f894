import { areEqual, type Content, merge, type Side } from '#training/merge.ts'
import { contentOf } from './content.ts'
import type { Mutation, SyncedState } from './records.ts'
import type { Store } from './store.ts'
import type { Resource } from './types.ts'

/** The server's state as a side of a merge. */
export function serverSide(resource: Resource, synced: SyncedState | undefined): Side {
  const value = synced && !synced.deleted && synced.value
  return {
    value: value ? contentOf(resource, value, 0) : undefined,
    at: Date.parse(String(synced?.value?.updatedAt)) || 0,
  }
}

/** A mutation as a side of a merge. If it was sent, its value is the merged one that was sent. */
export function localSide({ clock }: Store, { value, merged = value, at, unchecked }: Mutation): Side {
  return { value: merged, at: at + (unchecked ? (clock.offset ?? 0) : 0) }
}

/** The state of a resource after applying these changes to the server's state, one after the other. */
export function applyMutations(store: Store, resource: Resource, key: string, chain: readonly Mutation[]) {
  const server = serverSide(resource, store.synced.get(key))
  return chain.reduce<Content | undefined>(
    (value, mutation) => merge(mutation.base.value, localSide(store, mutation), { value, at: server.at }),
    server.value,
  )
}

/** The visible state of a resource: the server's state with all local changes, frozen. Undefined if it has none. */
export function viewOf(store: Store, resource: Resource, id: string): Content | undefined {
  const key = `${resource}/${id}`
  if (!store.views.has(key)) {
    const built = buildView(store, resource, id)
    const last = store.lastViews.get(key)
    // A view with the same content stays the same object, so that nothing is re-rendered. This device's own timestamps
    // are ignored, but not the server's: after its database was restored, it saves the same state with a new time.
    const isServerState = built === store.synced.get(key)?.value
    const isSame =
      last && built && areEqual(isServerState ? built : { ...built, updatedAt: last.updatedAt }, last)
    const view = isSame ? last : freeze(built)
    store.views.set(key, view)
    if (view) store.shown.set(stateOf(id, view), view)
  }
  return store.views.get(key)
}

/** The fields that distinguish the states of a resource. */
export interface Stamps {
  readonly revision?: number
  readonly updatedAt?: string
}

function stateOf(id: string, { revision, updatedAt }: Stamps | Content): string {
  return `${id} ${revision} ${updatedAt}`
}

/**
 * The state of a resource that the user read before putting it. Without stamps, it is the current one. If that state is
 * unknown, for example because it was read before a reload, it is undefined, so that nothing in the resource is
 * deleted.
 */
export function stateBeforePut(
  store: Store | undefined,
  resource: Resource,
  id: string,
  stamps: Stamps,
): Content | undefined {
  const current = store && viewOf(store, resource, id)
  const seen = stamps.updatedAt ? store?.shown.get(stateOf(id, stamps)) : current
  return seen && contentOf(resource, seen, 0)
}

function buildView(store: Store, resource: Resource, id: string): Content | undefined {
  const key = `${resource}/${id}`
  const synced = store.synced.get(key)
  const chain = store.mutationsOf(key)
  const { createdAt, updatedAt, deletedAt } = synced?.value ?? {}
  const last = chain.at(-1)
  if (!last && createdAt && !deletedAt) return synced?.value
  const content = applyMutations(store, resource, key, chain)
  // Workouts still refer to a deleted exercise, and runs to a deleted program.
  const keepsDeleted = resource === 'exercise' || resource === 'program'
  const value = content ?? (keepsDeleted ? (last?.base.value ?? synced?.value) : undefined)
  const revision = synced?.revision ?? last?.base.revision ?? 0
  let stamps: Stamps | Content = { revision, updatedAt }
  // No two states have the same stamps, even within a millisecond.
  for (let time = last?.at ?? 0; last && (time === last.at || store.shown.has(stateOf(id, stamps))); time++) {
    stamps = { revision, updatedAt: new Date(time).toISOString() }
  }
  return (
    value && {
      ...value,
      ...stamps,
      ...(createdAt !== undefined && { createdAt }),
      ...(!content && { deletedAt: deletedAt ?? stamps.updatedAt }),
    }
  )
}

/** Freezes a value deeply, so that callers can't change shared state. */
function freeze<Value>(value: Value): Value {
  if (value && typeof value === 'object') Object.values(Object.freeze(value)).forEach(freeze)
  return value
}
