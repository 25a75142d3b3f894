import type { Schemas } from '#generated/types.ts'
import { contentOf } from './content.ts'
import { uuid } from './ids.ts'
import { areEqual, merge } from './merge.ts'
import type { SyncedState } from './records.ts'
import { type Server, sendRequest } from './server.ts'
import { keyOf, type Store } from './store.ts'
import type { Resource } from './types.ts'
import { serverSide } from './view.ts'

/**
 * The keys of the resources on a page that were newer on this device than in the database, which was restored from a
 * backup and so lost changes that it had acknowledged. If a workout's revision number was used twice, it is compared
 * with the server's revision of that number.
 */
export async function findLost(
  store: Store,
  server: Server,
  page: Schemas['SyncChanges'],
): Promise<ReadonlySet<string>> {
  const { complete, epoch, restored, pull } = store.progress
  const lost = new Set<string>()
  if (complete || epoch === undefined || (epoch === page.epoch && !restored)) return lost
  for (const item of page.items) {
    const key = keyOf(item)
    const previous = store.synced.get(key)
    if (!previous || previous.pull === pull) continue
    const local = serverSide(item.resource, previous).value
    const remote = item.op === 'put' && item.value ? contentOf(item.resource, item.value, 0) : undefined
    if (areEqual(local, remote)) continue
    const isEarlier = previous.revision < item.revision
    if (isEarlier && (!local || item.resource !== 'workout')) continue
    if (!isEarlier || (await hasOtherContent(server, item.id, previous.revision, local))) lost.add(key)
  }
  return lost
}

/** Whether the server's revision with this number differs from the device's. */
async function hasOtherContent(
  server: Server,
  id: string,
  revision: number,
  local: unknown,
): Promise<boolean> {
  const { data } = await sendRequest(server, (options) =>
    server.client.GET('/api/workouts/{id}/revisions', {
      params: { path: { id }, query: { limit: 200 } },
      ...options,
    }),
  )
  const stored = data?.items.find((item) => item.revision === revision)
  // A deletion has a revision of its own, without content.
  if (data?.items.some((item) => item.revision === revision - 1 && item.reason === 'deleted')) return true
  return stored !== undefined && !areEqual(contentOf('workout', { ...stored.workout, id }, 0), local)
}

/** Exercises go before the workouts that use them, and programs before the runs that follow them. */
const orderByResource: Partial<Record<Resource, number>> = { exercise: 0.25, program: 0.25, run: 0.75 }

/**
 * Queues a state that a restored database has lost, ahead of all other mutations. If the database has changed since,
 * both states are merged, so that no set is lost, and fields come from the state with more revisions.
 */
export function requeueLost(store: Store, resource: Resource, id: string, previous: SyncedState): void {
  const synced = store.synced.get(`${resource}/${id}`)
  const local = serverSide(resource, previous)
  const remote = serverSide(resource, synced)
  // A tombstone has no time of its own; this device knew of it when it was last up to date.
  const at = local.value ? local.at : store.progress.at
  const isAncestor = !remote.value || remote.at <= at
  if (!local.value && !isAncestor) return
  const revision = synced?.revision ?? 0
  const value = isAncestor
    ? local.value
    : merge(undefined, { ...local, at: previous.revision }, { ...remote, at: revision })
  if (areEqual(value, remote.value)) return
  store.queue({
    mutationId: uuid(store.clock.local()),
    // Referenced resources go first, and all of them before newer mutations, whose numbers start at 1.
    order: orderByResource[resource] ?? 0.5,
    resource,
    id,
    value,
    base: { revision, value: remote.value },
    at,
  })
}
