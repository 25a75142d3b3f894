import type { Schemas } from '#generated/types.ts'
import { findNamesake, mergeInto } from './aliases.ts'
import { isTemporary, unreachable } from './backoff.ts'
import { editTime, neededBy, refuse } from './outbox.ts'
import type { Pace } from './pace.ts'
import { rebase } from './rebase.ts'
import { isCreation, type Mutation, type Synced } from './records.ts'
import { ask, type Server } from './server.ts'
import { keyOf, renamed, type Store } from './store.ts'
import type { Problem } from './types.ts'

/** The server accepts this many mutations at once. */
export const maxMutations = 500
/** The server accepts 10 MiB, and a non-Latin character takes up to three bytes. */
const maxCharacters = 2_700_000
/** How often the server may respond that it doesn't know a mutation's base before the mutation is refused. */
const maxTries = 3

/**
 * Sends waiting mutations in order until none are left. A new device pushes before it has pulled everything; one that
 * pulls everything again doesn't, since the server may have been restored from a backup.
 *
 * @returns whether everything was sent; otherwise there is something to pull first
 * @throws what prevents the request from succeeding now
 */
export async function push(store: Store, server: Server, pace: Pace): Promise<boolean> {
  let max = maxMutations
  while (store.progress.complete || store.progress.pull === 0) {
    const batch = await store.transact(() => prepare(store, Math.min(max, pace.size)), true)
    const [first] = batch
    if (!first) return true
    const { epoch } = store.progress
    const body = { ...(epoch !== undefined && { epoch }), mutations: batch.map(toSend) }
    const { data, problem, response } = await ask(
      server,
      (options) => server.client.POST('/api/sync/push', { body, ...options }),
      pace,
      batch.length,
    )
    if (data) {
      const { results } = data
      if (results?.length !== batch.length) throw unreachable(response)
      const next = await store.transact(() => settle(store, batch, results), true)
      if (next === 'wait') throw unreachable(response)
      if (next === 'pull') return false
    } else if (response.status === 410) {
      await store.transact(store.startAgain, true)
    } else if (![400, 413, 422].includes(response.status)) {
      throw unreachable(response)
    } else if (batch.length > 1) {
      // Either one mutation is invalid or the batch is too large: smaller batches find out.
      max = Math.ceil(batch.length / 2)
    } else {
      await store.transact(() => refuse(store, first, { problem }), true)
    }
  }
  return false
}

/**
 * Chooses the next mutations to send, at most one per resource, and marks them as sent: from now on they don't change.
 */
function prepare(store: Store, max: number): Mutation[] {
  for (const mutation of store.waiting()) {
    const namesake = mutation.isNameTaken && !mutation.refused && findNamesake(store, mutation)
    if (namesake) mergeInto(store, mutation, namesake)
  }
  const batch = new Map<string, Mutation>()
  let characters = 0
  for (const mutation of store.waiting()) {
    const key = keyOf(mutation)
    if (mutation.refused || batch.has(key) || batch.size >= max) continue
    const sent = mutation.sent === undefined ? send(store, mutation) : mutation
    if (!sent) continue
    characters += JSON.stringify([sent.merged ?? sent.value, sent.superseded]).length
    if (batch.size > 0 && characters > maxCharacters) break
    batch.set(key, sent)
  }
  return [...batch.values()]
}

function send(store: Store, mutation: Mutation): Mutation | undefined {
  const dependsOn = neededBy(store, mutation)
  const rebased = rebase(store, mutation)
  if (dependsOn) refuse(store, mutation, { dependsOn })
  else if (rebased) {
    const sent = { ...mutation, ...rebased }
    store.queue(sent)
    return sent
  } else store.set('outbox', mutation.mutationId)
}

function toSend(mutation: Mutation): Schemas['SyncMutation'] {
  const { mutationId, resource, id, value, merged = value, superseded, sent = 0 } = mutation
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

/** What to do before the rest is sent: nothing, wait for the server, or pull. */
type Next = 'send' | 'wait' | 'pull'

/** Records the results of a batch. */
function settle(store: Store, batch: readonly Mutation[], results: readonly Schemas['SyncResult'][]): Next {
  let next: Next = 'send'
  for (const [index, mutation] of batch.entries()) {
    const result = results[index]
    // Another tab may have settled it already, or a resource that it refers to has changed.
    if (!result || !store.outbox.has(mutation.mutationId)) continue
    if (result.outcome === 'conflict') {
      storeChange(store, result.current)
      store.queue(renamed(store, mutation), mutation)
    } else if (result.outcome !== 'rejected') {
      store.set('outbox', mutation.mutationId)
      apply(store, mutation, result.revision)
    } else {
      // A mutation may depend on an earlier one that hasn't succeeded yet.
      if (next === 'send' && isTemporary(result.problem.status)) next = 'wait'
      if (next === 'send') next = reject(store, mutation, result.problem)
    }
  }
  return next
}

function apply(store: Store, mutation: Mutation, revision: number): void {
  const key = keyOf(mutation)
  const { value: own, merged: value = own } = mutation
  const known = store.synced.get(key)
  if (known && known.revision >= revision) return
  const { pull } = store.progress
  const updatedAt = new Date(editTime(store.clock).at).toISOString()
  // Workouts still refer to a deleted exercise.
  const last = value ? { ...value, updatedAt } : { ...known?.value, deletedAt: updatedAt }
  store.set('synced', key, { revision, pull, value: (value ?? known?.value) && last, deleted: !value })
}

function reject(store: Store, mutation: Mutation, problem: Problem): Next {
  const isUnknown = problem.code === 'not_found' || problem.code === 'revision_unknown'
  const isNameTaken = problem.code === 'name_taken' && isCreation(mutation)
  const tries = (mutation.tries ?? 0) + 1
  const namesake = isNameTaken && findNamesake(store, mutation)
  if (namesake) mergeInto(store, mutation, namesake)
  else if ((isUnknown || isNameTaken || problem.code === 'mutation_id_reused') && tries < maxTries) {
    if (isUnknown) store.startAgain()
    store.queue({ ...renamed(store, mutation), tries, isNameTaken }, mutation)
    // Another device's exercise has this name.
    if (isNameTaken) return 'pull'
  } else refuse(store, mutation, { problem, dependsOn: neededBy(store, mutation) })
  return 'send'
}

/** Stores the server's state of a resource, unless this pull or a later push has already stored a newer one. */
export function storeChange(store: Store, change: Schemas['SyncChange']): void {
  const { revision, op } = change
  const key = keyOf(change)
  const known = store.synced.get(key)
  const { pull } = store.progress
  // A resource whose tombstone has expired may start over at revision 1.
  if (known?.pull === pull && !known.deleted && known.revision > revision) return
  // A plain object of the contract; the code here only reads its fields by name.
  const value = change.value as Synced['value']
  store.set('synced', key, { revision, value, deleted: op === 'delete', pull })
}
