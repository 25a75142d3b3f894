import { currentId } from './aliases.ts'
import type { Clock } from './clock.ts'
import { contentOf } from './content.ts'
import { stable } from './merge.ts'
import { enqueue } from './outbox.ts'
import { idOf, keyOf, type Store } from './store.ts'
import type { Collection, Resource } from './types.ts'
import { type Stamps, seenOf, viewOf } from './view.ts'

/** The fields that collections read of every kind of resource. */
type Shown = Readonly<Record<string, unknown>>

/** The device's time zone, which the server can't know. */
function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** A shared empty list, so that it is always the same object. */
export const none: readonly never[] = Object.freeze([])

/**
 * The resources of one kind.
 *
 * @param store of the user who is signed in at the time
 * @param write stores changes and sends them soon; rejects if nobody is signed in
 */
export function createCollection<Local extends object, ToPut extends Stamps>(
  resource: Resource,
  clock: Clock,
  store: () => Store | undefined,
  write: (work: (store: Store) => void) => Promise<Store>,
): Collection<Local, ToPut> {
  // A stored value has the type that `put` accepts, and the server's responses follow the contract.
  const view = (at: Store, id: string) =>
    viewOf(at, resource, currentId(at, resource, id)) as (Local & Shown) | undefined
  const rank = ({ startedAt, measuredAt, name, id }: Shown) => `${startedAt ?? measuredAt ?? name} ${id}`
  const byName = resource === 'exercise' || resource === 'program'
  type Items = readonly (Local & Shown)[]
  /** The last lists, by their limit. */
  const lasts = new Map<number | undefined, Items>()

  /** The same object as last time if nothing has changed. */
  const stableList = (items: Items, limit?: number) => {
    const list = stable(items, lasts.get(limit) ?? none)
    lasts.set(limit, list)
    return list
  }

  /** All that are not deleted, in order. */
  const all = (at: Store): Items => {
    const keys = new Set([...at.synced.keys(), ...at.waiting().map(keyOf)])
    const ranked: (readonly [rank: string, item: Local & Shown])[] = []
    for (const key of keys) {
      if (!key.startsWith(`${resource}/`)) continue
      const item = view(at, idOf(key))
      if (item && !item.deletedAt) ranked.push([rank(item), item])
    }
    ranked.sort(([a], [b]) => (a < b ? -1 : 1))
    const items = ranked.map(([, item]) => item)
    return byName ? items : items.reverse()
  }

  return {
    get(id) {
      const at = store()
      return at && view(at, id)
    },
    list({ limit } = {}) {
      const at = store()
      if (!at) return none
      if (!at.lists.has(resource)) at.lists.set(resource, stableList(all(at)))
      // Only this collection sets it.
      const items = at.lists.get(resource) as Items
      return limit === undefined ? items : stableList(items.slice(0, limit), limit)
    },
    async put(input) {
      const now = store()
      const shown = now && 'id' in input ? view(now, String(input.id)) : undefined
      const value = contentOf(resource, input, clock.local(), shown?.timeZone ?? localZone())
      const id = String(value.id)
      const edit = { resource, id, value, seen: seenOf(now, resource, id, input) }
      const at = await write((on) => enqueue(on, edit))
      // It exists, since it was just put.
      return view(at, id) as Local
    },
    async delete(id) {
      const edit = { resource, id, seen: seenOf(store(), resource, id, {}) }
      await write((on) => enqueue(on, edit))
    },
  }
}
