import type { Schemas } from '#generated/types.ts'
import { isPassing, notNow } from './backoff.ts'
import { moment, neededBy, refuse } from './outbox.ts'
import { rebase } from './rebase.ts'
import type { Change, Synced } from './records.ts'
import { ask, type Server } from './server.ts'
import { keyOf, renamed, type Store } from './store.ts'
import type { Problem } from './types.ts'

const mostMutations = 500
/** The server accepts 10 MiB, and a character of another script takes up to three bytes. */
const mostCharacters = 2_700_000
/** How often a change may meet a server that doesn't know its base before it is refused. */
const mostTries = 3

/**
 * Sends what is waiting, in order, until nothing is left.
 *
 * @returns whether everything was sent; otherwise everything has to be pulled first
 * @throws whatever keeps the server from being asked now
 */
export async function push(store: Store, server: Server): Promise<boolean> {
  let most = mostMutations
  while (store.progress.complete) {
    const batch = await store.transact(() => prepare(store, most))
    const [first] = batch
    if (!first) return true
    const { epoch } = store.progress
    const { data, problem, response } = await ask(server, (signal) =>
      server.client.POST('/api/sync/push', {
        body: { ...(epoch !== undefined && { epoch }), mutations: batch.map(mutationOf) },
        signal,
      }),
    )
    if (data) {
      const { results } = data
      if (results?.length !== batch.length) throw notNow(response)
      if (await store.transact(() => settle(store, batch, results))) throw notNow(response)
    } else if (response.status === 410) {
      await store.transact(store.startAgain)
    } else if (![400, 413, 422].includes(response.status)) {
      throw notNow(response)
    } else if (batch.length > 1) {
      // Either one of them is at fault or the batch is too large: smaller batches will tell.
      most = Math.ceil(batch.length / 2)
    } else {
      await store.transact(() => refuse(store, first, { problem }))
    }
  }
  return false
}

/**
 * Chooses what to send next, at most one change of each resource, and marks it as sent: from now on it
 * doesn't change.
 */
function prepare(store: Store, most: number): Change[] {
  const batch = new Map<string, Change>()
  let characters = 0
  for (const change of store.waiting()) {
    const key = keyOf(change)
    if (change.refused || batch.has(key) || batch.size >= most) continue
    const sent = change.sent === undefined ? send(store, change) : change
    if (!sent) continue
    characters += JSON.stringify([sent.merged ?? sent.value, sent.superseded]).length
    if (batch.size > 0 && characters > mostCharacters) break
    batch.set(key, sent)
  }
  return [...batch.values()]
}

function send(store: Store, change: Change): Change | undefined {
  const dependsOn = neededBy(store, change)
  const rebased = rebase(store, change)
  if (dependsOn) refuse(store, change, { dependsOn })
  else if (rebased) {
    const sent = { ...change, ...rebased }
    store.wait(sent)
    return sent
  } else store.set('outbox', change.mutationId)
}

function mutationOf(change: Change): Schemas['SyncMutation'] {
  const { mutationId, resource, id, value, merged = value, superseded, sent = 0 } = change
  // A put takes the contract's input of its resource; the server refuses anything else in it.
  return {
    mutationId,
    resource,
    id,
    op: merged ? 'put' : 'delete',
    baseRevision: sent,
    value: merged,
    superseded,
  } as Schemas['SyncMutation']
}

/** Records what became of a batch. Returns whether something has to be sent once more. */
function settle(store: Store, batch: readonly Change[], results: readonly Schemas['SyncResult'][]): boolean {
  let isPartial = false
  for (const [index, change] of batch.entries()) {
    const result = results[index]
    // Another tab may have settled it already.
    if (!result || !store.outbox.has(change.mutationId)) continue
    if (result.outcome === 'conflict') {
      take(store, result.current)
      store.wait(renamed(store, change), change)
    } else if (result.outcome !== 'rejected') {
      store.set('outbox', change.mutationId)
      apply(store, change, result.revision)
    } else {
      // A change may need something that one before it has yet to bring.
      isPartial ||= isPassing(result.problem.status)
      if (!isPartial) reject(store, change, result.problem)
    }
  }
  return isPartial
}

function apply(store: Store, change: Change, revision: number): void {
  const key = keyOf(change)
  const { value: own, merged: value = own } = change
  const known = store.synced.get(key)
  if (known && known.revision >= revision) return
  const { pull } = store.progress
  const updatedAt = new Date(moment(store.clock).at).toISOString()
  // Workouts still refer to a deleted exercise.
  const last = value ? { ...value, updatedAt } : { ...known?.value, deletedAt: updatedAt }
  store.set('synced', key, { revision, pull, value: (value ?? known?.value) && last, deleted: !value })
}

function reject(store: Store, change: Change, problem: Problem): void {
  const isUnknown = problem.code === 'not_found' || problem.code === 'revision_unknown'
  const tries = (change.tries ?? 0) + 1
  if ((isUnknown || problem.code === 'mutation_id_reused') && tries < mostTries) {
    if (isUnknown) store.startAgain()
    store.wait({ ...renamed(store, change), tries }, change)
  } else refuse(store, change, { problem, dependsOn: neededBy(store, change) })
}

/** Stores the server's state of a resource, unless this pull or a push since has brought a later one. */
export function take(store: Store, change: Schemas['SyncChange']): void {
  const { revision, op } = change
  const key = keyOf(change)
  const known = store.synced.get(key)
  const { pull } = store.progress
  // A resource that was deleted so long ago that the server has forgotten it may start over at revision 1.
  if (known?.pull === pull && !known.deleted && known.revision > revision) return
  // A plain object of the contract; the code here only reads its fields by name.
  const value = change.value as Synced['value']
  store.set('synced', key, { revision, value, deleted: op === 'delete', pull })
}
