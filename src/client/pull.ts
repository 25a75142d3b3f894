import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import { unreachableError } from './backoff.ts'
import { editTime } from './outbox.ts'
import type { Pace } from './pace.ts'
import { storeChange } from './push.ts'
import type { Progress } from './records.ts'
import { listLost, requeueLost } from './restored.ts'
import { type Server, sendRequest } from './server.ts'
import { idOf, keyOf, type Store, singletonId, withNewId } from './store.ts'
import type { Resource } from './types.ts'

type Page = Schemas['SyncChanges']

/** The maximum number of changes to request at once. */
export const maxChanges = 200

/**
 * Fetches the next page of changes, and stores it together with the next cursor.
 *
 * @returns whether there is more to pull
 * @throws if the request can't succeed now
 */
export async function pullPage(store: Store, server: Server, pace: Pace): Promise<boolean> {
  const { cursor, epoch, pull } = store.progress
  const query = { limit: pace.size, ...(cursor && { cursor }) }
  const { data, response } = await sendRequest(
    server,
    (options) => server.client.GET('/api/sync/changes', { params: { query }, ...options }),
    pace,
    pace.size,
  )
  // If the first pull is from a different database than the pushes before it, their changes may be lost. Then
  // everything is pulled, and what the database lacks is sent again.
  if (data && (pull || !epoch || data.epoch === epoch)) {
    if (!data.items || !data.nextCursor) throw unreachableError(response)
    const lost = await listLost(store, server, data)
    return store.transact(() => {
      const { progress } = store
      // Another tab or a push may have started over in the meantime.
      const isNext = progress.cursor === cursor && progress.pull === pull
      if (isNext) apply(store, data, lost)
      return !isNext || data.hasMore
    }, true)
  }
  if (!data && (cursor === undefined || ![410, 422].includes(response.status)))
    throw unreachableError(response)
  await store.transact(store.startAgain, true)
  return true
}

function apply(store: Store, page: Page, lost: ReadonlySet<string>): void {
  const { nextCursor, hasMore, epoch, seq } = page
  const before = store.progress
  const isOtherDatabase = before.epoch && before.epoch !== epoch
  const restored = isOtherDatabase || before.restored
  const progress: Progress = { ...before, cursor: nextCursor, epoch, seq, restored }
  store.set('progress', singletonId, progress)
  if (isOtherDatabase) {
    // Sent mutations may have had a different outcome in the other database, so they are sent again under new ids.
    for (const mutation of store.mutations()) {
      if (mutation.sent !== undefined) store.queue(withNewId(store, mutation), mutation)
    }
  }
  for (const item of page.items) {
    const key = keyOf(item)
    const previous = store.synced.get(key)
    storeChange(store, item)
    if (previous && lost.has(key)) requeueLost(store, item.resource, item.id, previous)
  }
  if (!hasMore) finish(store, progress)
}

/**
 * The server reports a deletion for at least this many milliseconds: 90 days, less a day for inaccurate clocks. If a
 * full pull within this time lacks a resource, it was not deleted, but lost in a restore without a new epoch.
 */
const minTombstoneLifetime = 89 * dayMs

/**
 * Ends a pull. After a full pull, resources that it didn't contain no longer exist; after a restore from a backup, they
 * were lost and are sent again.
 */
function finish(store: Store, progress: Progress): void {
  const { at } = editTime(store.clock)
  const missing = [...store.synced].filter(
    ([, previous]) => !progress.complete && previous.pull !== progress.pull,
  )
  // Tombstones of exercises and programs don't expire, so one that is missing was lost, whenever that was.
  const isRestored =
    progress.restored || at < progress.at + minTombstoneLifetime || missing.some(([key]) => /^[ep]/.test(key))
  for (const [key, previous] of missing) {
    store.set('synced', key)
    const [resource] = key.split('/')
    // A key starts with its kind of resource. A resource that another device deleted comes back if its tombstone has
    // expired, but no resource is lost.
    if (isRestored) requeueLost(store, resource as Resource, idOf(key), previous)
  }
  store.set('progress', singletonId, { ...progress, complete: true, restored: false, at })
}
