import { contentOf } from './content.ts'
import { type Content, merge, type Side } from './merge.ts'
import type { Change, Synced } from './records.ts'
import type { Store } from './store.ts'
import type { Resource } from './types.ts'

/** The server's state as a side of a merge. */
export function theirs(resource: Resource, synced: Synced | undefined): Side {
  const value = synced && !synced.deleted && synced.value
  return {
    value: value ? contentOf(resource, value, 0) : undefined,
    at: Date.parse(String(synced?.value?.updatedAt)) || 0,
  }
}

/** A change as a side of a merge. */
export function mine({ clock }: Store, { value, at, unchecked }: Change): Side {
  return { value, at: at + (unchecked ? (clock.offset ?? 0) : 0) }
}

/** What a resource becomes when these changes are applied to the server's state, one after the other. */
export function fold(store: Store, resource: Resource, key: string, chain: readonly Change[]) {
  const server = theirs(resource, store.synced.get(key))
  return chain.reduce<Content | undefined>(
    (value, change) => merge(change.base.value, mine(store, change), { value, at: server.at }),
    server.value,
  )
}

/** What is shown of a resource: the server's state with everything that the user has done since. Frozen. */
export function viewOf(store: Store, resource: Resource, id: string): Content | undefined {
  const key = `${resource}/${id}`
  if (!store.views.has(key)) {
    const view = freeze(build(store, resource, id))
    store.views.set(key, view)
    if (view) store.views.set(stateOf(id, view.revision, view.updatedAt), view)
  }
  return store.views.get(key)
}

/** What distinguishes the states of a resource. */
export interface Stamps {
  readonly revision?: number
  readonly updatedAt?: string
}

function stateOf(id: string, ...stamps: unknown[]): string {
  return [id, ...stamps].join()
}

/**
 * What the user saw of a resource that they read earlier and now put. If nothing tells which state that was,
 * it is the one shown now. If that state is unknown, as when it was read before a reload, it is nothing, so
 * that everything in the resource stays.
 */
export function seenOf(
  store: Store | undefined,
  resource: Resource,
  id: string,
  { revision, updatedAt }: Stamps,
): Content | undefined {
  const now = store && viewOf(store, resource, id)
  const seen = updatedAt === undefined ? now : store?.views.get(stateOf(id, revision, updatedAt))
  return seen && contentOf(resource, seen, 0)
}

function build(store: Store, resource: Resource, id: string): Content | undefined {
  const key = `${resource}/${id}`
  const synced = store.synced.get(key)
  const chain = store.chain(key)
  const { createdAt, updatedAt, deletedAt } = synced?.value ?? {}
  const last = chain.at(-1)
  if (!last && createdAt) return synced?.value
  const content = fold(store, resource, key, chain)
  // Workouts still refer to a deleted exercise.
  const value = content ?? (resource === 'exercise' ? (last?.base.value ?? synced?.value) : undefined)
  const revision = synced?.revision ?? last?.base.revision ?? 0
  let at = last?.at ?? 0
  const time = () => (last ? new Date(at).toISOString() : updatedAt)
  // No two states have the same stamps, even within a millisecond.
  while (last && store.views.has(stateOf(id, revision, time()))) at++
  return (
    value && {
      ...value,
      revision,
      updatedAt: time(),
      ...(createdAt !== undefined && { createdAt }),
      ...(!content && { deletedAt: deletedAt ?? time() }),
    }
  )
}

/** Freezes a value and everything in it, so that nobody can change what others read. */
function freeze<Value>(value: Value): Value {
  if (value && typeof value === 'object') Object.values(Object.freeze(value)).forEach(freeze)
  return value
}
