import type { Clock } from './clock.ts'
import { contentOf } from './content.ts'
import { enqueue } from './outbox.ts'
import { keyOf, type Store } from './store.ts'
import type { Collection, Resource } from './types.ts'
import { type Stamps, seenOf, viewOf } from './view.ts'

/** The fields that collections read of every kind of resource. */
type Shown = Readonly<Record<string, unknown>>

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
  // What was put has the type of what was to be put, and the server's answers follow the contract.
  const view = (at: Store, id: string) => viewOf(at, resource, id) as (Local & Shown) | undefined
  const rank = ({ startedAt, measuredAt, name, id }: Shown) => `${startedAt ?? measuredAt ?? name} ${id}`

  return {
    get(id) {
      const at = store()
      return at && view(at, id)
    },
    list() {
      const at = store()
      const keys = new Set([...(at?.synced.keys() ?? []), ...(at?.waiting().map(keyOf) ?? [])])
      const items: (Local & Shown)[] = []
      for (const key of keys) {
        const [kind, id = ''] = key.split('/')
        const item = at && kind === resource && view(at, id)
        if (item && !item.deletedAt) items.push(item)
      }
      items.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
      return resource === 'exercise' ? items : items.reverse()
    },
    async put(input) {
      const value = contentOf(resource, input, clock.local())
      const id = String(value.id)
      const wish = { resource, id, value, seen: seenOf(store(), resource, id, input) }
      const at = await write((on) => enqueue(on, wish))
      // It exists, since it was just put.
      return view(at, id) as Local
    },
    async delete(id) {
      const wish = { resource, id, seen: seenOf(store(), resource, id, {}) }
      await write((on) => enqueue(on, wish))
    },
  }
}
