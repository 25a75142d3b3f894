import { localZone } from '#lib/local-zone.ts'
import { currentId } from './aliases.ts'
import type { Clock } from './clock.ts'
import { contentOf } from './content.ts'
import { enqueue } from './outbox.ts'
import { idOf, keyOf, type Store } from './store.ts'
import type { Collection, Resource } from './types.ts'
import { type Stamps, stateBeforePut, viewOf } from './view.ts'

/** The fields of a resource of any kind. */
type ViewFields = Readonly<Record<string, unknown>>

/** The empty list, which is always the same object. */
export const emptyList: readonly never[] = Object.freeze([])

/**
 * The resources of one kind.
 *
 * @param currentStore returns the store of the user who is logged in
 * @param write stores changes and sends them soon. Rejects if nobody is logged in.
 */
export function createCollection<Local extends object, ToPut extends Stamps>(
  resource: Resource,
  clock: Clock,
  currentStore: () => Store | undefined,
  write: (work: (store: Store) => void) => Promise<Store>,
): Collection<Local, ToPut> {
  // A stored value has the type that `put` accepts, and the server's responses follow the contract.
  const view = (store: Store, id: string) =>
    viewOf(store, resource, currentId(store, resource, id)) as (Local & ViewFields) | undefined
  /** Cached, since every change sorts the list again. */
  const sortKeys = new WeakMap<ViewFields, string>()
  const sortKey = (item: ViewFields) => {
    const { startedAt, measuredAt, name, id } = item
    const key = sortKeys.get(item) ?? `${startedAt ?? measuredAt ?? name} ${id}`
    if (!sortKeys.has(item)) sortKeys.set(item, key)
    return key
  }
  const isByName = resource === 'exercise' || resource === 'program'
  type Items = readonly (Local & ViewFields)[]
  /** The last list for each limit. */
  const lastLists = new Map<number | undefined, Items>()

  /** The same object as last time if nothing has changed. */
  const stableList = (items: Items, limit?: number) => {
    const last = lastLists.get(limit) ?? emptyList
    const isSame = items.length === last.length && items.every((item, index) => item === last[index])
    const list = isSame ? last : Object.freeze(items)
    lastLists.set(limit, list)
    return list
  }

  /** A list with its stale items read again, in order. */
  const updated = (store: Store, items: Items, stale: ReadonlySet<unknown>): Items => {
    const fresh = items.filter(({ id }) => !stale.has(id))
    for (const id of stale) {
      const item = view(store, String(id))
      if (item && item.id === id && !item.deletedAt) fresh.push(item)
    }
    return fresh.sort((a, b) => (sortKey(a) < sortKey(b) === isByName ? -1 : 1))
  }

  /** The ids of all resources of this kind, including deleted ones. */
  const idsIn = (store: Store) =>
    [...store.synced.keys(), ...store.mutations().map(keyOf)].flatMap((key) =>
      key.startsWith(`${resource}/`) ? idOf(key) : [],
    )

  return {
    get(id) {
      const store = currentStore()
      return store && view(store, id)
    },
    list({ limit } = {}) {
      const store = currentStore()
      if (!store) return emptyList
      const last = store.lists.get(resource) ?? { items: emptyList, stale: new Set(idsIn(store)) }
      // Only this collection sets its entry, so the items have its type.
      let items = last.items as Items
      if (last.stale.size > 0) items = stableList(updated(store, items, last.stale))
      store.lists.set(resource, { items, stale: new Set() })
      return limit === undefined ? items : stableList(items.slice(0, limit), limit)
    },
    async put(input) {
      const before = currentStore()
      const previous = before && 'id' in input ? view(before, String(input.id)) : undefined
      const value = contentOf(resource, input, clock.local(), previous?.timeZone ?? localZone())
      const id = String(value.id)
      const edit = { resource, id, value, seen: stateBeforePut(before, resource, id, input) }
      const store = await write((target) => enqueue(target, edit))
      // The resource exists, because it was just put.
      return view(store, id) as Local
    },
    async delete(id) {
      const edit = { resource, id, seen: stateBeforePut(currentStore(), resource, id, {}) }
      await write((target) => enqueue(target, edit))
    },
  }
}
