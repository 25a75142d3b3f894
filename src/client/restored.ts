import type { Schemas } from '#generated/types.ts'
import { areEqual, merge } from '#training/merge.ts'
import { contentOf } from './content.ts'
import { uuid } from './ids.ts'
import type { SyncedState } from './records.ts'
import { type Server, sendRequest } from './server.ts'
import { keyOf, type Store } from './store.ts'
import type { Resource } from './types.ts'
import { serverSide } from './view.ts'

/**
 * The keys of the resources on a page that were newer on this device than in a database that was restored from a backup
 * and so lost changes that it had acknowledged. Since a workout's revision number may have been used twice, this
 * device's state is compared with the server's revision of the same number.
 */
export async function listLost(
  store: Store,
  server: Server,
  page: Schemas['SyncChanges'],
): Promise<ReadonlySet<string>> {
  const { epoch, restored, pull, complete } = store.progress
  const lost = new Set<string>()
  const isRestored = restored || epoch !== page.epoch
  if (!epoch || (complete && !isRestored)) return lost
  for (const item of page.items) {
    const key = keyOf(item)
    const previous = store.synced.get(key)
    if (!previous || previous.pull === pull) continue
    const local = serverSide(item.resource, previous).value
    const remote = item.op === 'put' && item.value ? contentOf(item.resource, item.value, 0) : undefined
    if (areEqual(local, remote)) continue
    const isEarlier = previous.revision < item.revision
    if (isEarlier && (!isRestored || !local || item.resource !== 'workout')) continue
    // Without a new epoch, only an older revision shows that the database was restored.
    if (!isRestored && previous.revision === item.revision) continue
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
  // If the state before it was replaced by a deletion, this revision is that deletion, which has no content.
  if (data?.items.some((item) => item.revision === revision - 1 && item.reason === 'deleted')) return true
  return stored !== undefined && !areEqual(contentOf('workout', { ...stored.workout, id }, 0), local)
}

/**
 * Exercises go before the programs and workouts that use them, and programs before the runs that follow them; all of
 * them before newer mutations, whose numbers start at 1.
 */
const orderByResource: Partial<Record<Resource, number>> = { exercise: 0.1, program: 0.3, run: 0.75 }

/**
 * Queues a state that a restored database has lost, ahead of all other mutations. If the database has changed since,
 * both states are merged, so that no set is lost, and fields come from the state with more revisions.
 */
export function requeueLost(store: Store, resource: Resource, id: string, previous: SyncedState): void {
  const synced = store.synced.get(`${resource}/${id}`)
  const order = orderByResource[resource] ?? 0.5
  const { value: lastValue, deleted } = previous
  if (deleted && !synced && lastValue && order < 0.5) {
    // It is created and deleted again, because workouts may use a deleted exercise, and runs a deleted program.
    const existing = { ...previous, deleted: false }
    requeueLost(store, resource, id, existing)
    const { value, at } = serverSide(resource, existing)
    const mutationId = uuid(store.clock.local())
    store.queue({ mutationId, order: order + 0.1, resource, id, base: { revision: 0, value }, at })
    return
  }
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
    order,
    resource,
    id,
    value,
    base: { revision, value: remote.value },
    at,
  })
}
