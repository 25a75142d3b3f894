import type { Schemas } from '#generated/types.ts'
import { contentOf } from './content.ts'
import { uuid } from './ids.ts'
import { merge, same } from './merge.ts'
import type { Synced } from './records.ts'
import { ask, type Server } from './server.ts'
import { keyOf, type Store } from './store.ts'
import type { Resource } from './types.ts'
import { theirs } from './view.ts'

/**
 * The resources of a page that were newer on this device than in the database, which was restored from a backup and so
 * lost changes that it had acknowledged. If a workout's revision number was used twice, it is compared with the server's
 * revision of that number.
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
    const known = store.synced.get(key)
    if (!known || known.pull === pull) continue
    const here = theirs(item.resource, known).value
    const there = item.op === 'put' && item.value ? contentOf(item.resource, item.value, 0) : undefined
    if (same(here, there)) continue
    const isEarlier = known.revision < item.revision
    if (isEarlier && (!here || item.resource !== 'workout')) continue
    if (!isEarlier || (await isOther(server, item.id, known.revision, here))) lost.add(key)
  }
  return lost
}

/** Whether the server's revision with this number has other content. */
async function isOther(server: Server, id: string, revision: number, here: unknown): Promise<boolean> {
  const { data } = await ask(server, (options) =>
    server.client.GET('/api/workouts/{id}/revisions', {
      params: { path: { id }, query: { limit: 200 } },
      ...options,
    }),
  )
  const kept = data?.items.find((item) => item.revision === revision)
  // A deletion has a revision of its own, without content.
  if (data?.items.some((item) => item.revision === revision - 1 && item.reason === 'deleted')) return true
  return kept !== undefined && !same(contentOf('workout', { ...kept.workout, id }, 0), here)
}

/** Exercises go before the workouts that use them, and programs before the runs that follow them. */
const orders: Partial<Record<Resource, number>> = { exercise: 0.25, program: 0.25, run: 0.75 }

/**
 * Queues what a restored database has lost, ahead of everything else. If the database has changed since, both states are
 * merged, so that no set is lost, and fields come from the state with more revisions.
 */
export function requeue(store: Store, resource: Resource, id: string, known: Synced): void {
  const synced = store.synced.get(`${resource}/${id}`)
  const here = theirs(resource, known)
  const there = theirs(resource, synced)
  // A tombstone has no time of its own; this device knew of it when it was last up to date.
  const at = here.value ? here.at : store.progress.at
  const isAncestor = !there.value || there.at <= at
  if (!here.value && !isAncestor) return
  const revision = synced?.revision ?? 0
  const value = isAncestor
    ? here.value
    : merge(undefined, { ...here, at: known.revision }, { ...there, at: revision })
  if (same(value, there.value)) return
  store.queue({
    mutationId: uuid(store.clock.local()),
    // Referenced resources go first, and all of them before newer mutations, whose numbers start at 1.
    order: orders[resource] ?? 0.5,
    resource,
    id,
    value,
    base: { revision, value: there.value },
    at,
  })
}
