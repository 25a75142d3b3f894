import type { Schemas } from '#generated/types.ts'
import { unreachable } from './backoff.ts'
import { editTime } from './outbox.ts'
import type { Pace } from './pace.ts'
import { storeChange } from './push.ts'
import type { Progress } from './records.ts'
import { findLost, requeue } from './restored.ts'
import { ask, type Server } from './server.ts'
import { idOf, keyOf, only, renamed, type Store } from './store.ts'
import type { Resource } from './types.ts'

type Page = Schemas['SyncChanges']

/** How many changes to request at once. */
export const maxChanges = 200

/**
 * Fetches the next page of changes, and stores it together with the next cursor.
 *
 * @returns whether there is more to pull
 * @throws what prevents the request from succeeding now
 */
export async function pullPage(store: Store, server: Server, pace: Pace): Promise<boolean> {
  const { cursor, pull: number } = store.progress
  const query = { limit: pace.size, ...(cursor !== undefined && { cursor }) }
  const { data, response } = await ask(
    server,
    (options) => server.client.GET('/api/sync/changes', { params: { query }, ...options }),
    pace,
    pace.size,
  )
  if (data) {
    if (!data.items || !data.nextCursor) throw unreachable(response)
    const lost = await findLost(store, server, data)
    return store.transact(() => {
      const { progress } = store
      // Another tab or a push may have started over meanwhile.
      const isNext = progress.cursor === cursor && progress.pull === number
      if (isNext) apply(store, data, lost)
      return !isNext || data.hasMore
    }, true)
  }
  if (cursor === undefined || ![410, 422].includes(response.status)) throw unreachable(response)
  await store.transact(store.startAgain, true)
  return true
}

function apply(store: Store, page: Page, lost: ReadonlySet<string>): void {
  const { nextCursor, hasMore, epoch, seq } = page
  const before = store.progress
  const isOther = !before.complete && before.epoch !== undefined && before.epoch !== epoch
  const restored = !before.complete && (isOther || before.restored === true)
  const progress: Progress = { ...before, cursor: nextCursor, epoch, seq, restored }
  store.set('progress', only, progress)
  if (isOther) {
    // They may have had another outcome in the other database, so they are sent under new ids.
    for (const mutation of store.waiting()) {
      if (mutation.sent !== undefined) store.queue(renamed(store, mutation), mutation)
    }
  }
  for (const item of page.items) {
    const key = keyOf(item)
    const known = store.synced.get(key)
    storeChange(store, item)
    if (known && lost.has(key)) requeue(store, item.resource, item.id, known)
  }
  if (!hasMore) finish(store, progress)
}

/**
 * Ends a pull. After a full pull, resources that it didn't contain no longer exist; after a restore from a backup, they
 * were lost and are sent again.
 */
function finish(store: Store, progress: Progress): void {
  const { at } = editTime(store.clock)
  for (const [key, known] of store.synced) {
    if (progress.complete || known.pull === progress.pull) continue
    store.set('synced', key)
    const [resource] = key.split('/')
    // If its tombstone has expired, it comes back, which is better than losing it.
    const isLost = progress.restored && !known.deleted
    // Keys start with a resource.
    if (isLost) requeue(store, resource as Resource, idOf(key), known)
  }
  store.set('progress', only, { ...progress, complete: true, restored: false, at })
}
