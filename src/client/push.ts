import type { Schemas } from '#generated/types.ts'
import { hasServersName, mergeInto } from './aliases.ts'
import { isTemporary, unreachableError } from './backoff.ts'
import { editTime, findRejectedCreation, recordRejection, usesWaiting } from './outbox.ts'
import type { Pace } from './pace.ts'
import { rebase } from './rebase.ts'
import { isCreation, type Mutation, references, type SyncedState } from './records.ts'
import { type Server, sendRequest } from './server.ts'
import { idOf, keyOf, type Store, singletonId, withNewId } from './store.ts'
import type { Problem } from './types.ts'

/** The number of mutations that the server accepts at once. */
export const maxMutations = 500
/** The maximum length of a push; the server accepts 10 MiB, and a non-Latin character takes up to three bytes. */
const maxCharacters = 2_700_000
/** How often a mutation is sent before it becomes a dead letter for an unknown base, a taken name or a reused id. */
const maxTries = 3

/**
 * Sends waiting mutations in order until none are left. A new device pushes before it has pulled everything; one that
 * pulls everything again doesn't, since the server may have been restored from a backup.
 *
 * @returns whether everything was sent; otherwise there is something to pull first
 * @throws if the request can't succeed now
 */
export async function push(store: Store, server: Server, pace: Pace): Promise<boolean> {
  let maxBatch = maxMutations
  while (store.progress.complete || store.progress.pull === 0) {
    const batch = await store.transact(() => prepare(store, Math.min(maxBatch, pace.size)), true)
    const [first] = batch
    if (!first) return true
    const { epoch } = store.progress
    const body = { ...(epoch && { epoch }), mutations: batch.map(toSyncMutation) }
    const { data, problem, response } = await sendRequest(
      server,
      (options) => server.client.POST('/api/sync/push', { body, ...options }),
      pace,
      batch.length,
    )
    if (data) {
      if (data.results?.length !== batch.length) throw unreachableError(response)
      const next = await store.transact(() => recordResults(store, batch, data), true)
      if (next === 'wait') throw unreachableError(response)
      if (next === 'pull') return false
    } else if (response.status === 410) {
      await store.transact(store.startAgain, true)
    } else if (![400, 413, 422].includes(response.status)) {
      throw unreachableError(response)
    } else if (batch.length > 1) {
      // Either one mutation is invalid or the batch is too large: smaller batches show which.
      maxBatch = Math.ceil(batch.length / 2)
    } else {
      await store.transact(() => recordRejection(store, first, { problem }), true)
    }
  }
  return false
}

/**
 * Chooses the next mutations to send, at most one per resource, and marks them as sent: from now on they don't change.
 */
function prepare(store: Store, max: number): Mutation[] {
  const batch = new Map<string, Mutation>()
  const postponed = new Set<string>()
  let characters = 0
  for (const mutation of store.mutations()) {
    const key = keyOf(mutation)
    if (mutation.refused) continue
    if (
      batch.has(key) ||
      postponed.has(key) ||
      batch.size >= max ||
      // A run follows its program as it was at the time, so it doesn't overtake a change of the program.
      postponed.has(`program/${mutation.value?.programId}`) ||
      usesWaiting(store, mutation, mutation.order)
    ) {
      postponed.add(key)
      continue
    }
    const sent = mutation.sent === undefined ? markSent(store, mutation) : mutation
    if (!sent) continue
    characters += JSON.stringify([sent.merged ?? sent.value, sent.superseded]).length
    if (batch.size > 0 && characters > maxCharacters) break
    batch.set(key, sent)
  }
  return [...batch.values()]
}

function markSent(store: Store, mutation: Mutation): Mutation | undefined {
  const dependsOn = findRejectedCreation(store, mutation)
  const rebased = rebase(store, mutation)
  if (dependsOn) recordRejection(store, mutation, { dependsOn })
  else if (rebased) {
    const sent = { ...mutation, ...rebased }
    store.queue(sent)
    return sent
  } else store.set('outbox', mutation.mutationId)
}

function toSyncMutation(mutation: Mutation): Schemas['SyncMutation'] {
  const { mutationId, resource, id, value, merged = value, superseded, sent = 0 } = mutation
  // The value of a put has the shape of the contract's input; the server rejects anything else.
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

/** The next step after a batch: send the rest immediately, wait for the server first, or pull first. */
type Next = 'send' | 'wait' | 'pull'

/** Records the results of a batch. */
function recordResults(
  store: Store,
  batch: readonly Mutation[],
  { results, epoch }: Schemas['SyncPushed'],
): Next {
  let next: Next = 'send'
  // The epoch of the first push is kept, because a first pull from another epoch may lack what was pushed.
  store.set('progress', singletonId, { epoch, ...store.progress })
  for (const [index, mutation] of batch.entries()) {
    const result = results[index]
    // Another tab may have recorded the result already, or the mutation was queued under a new id because an exercise
    // that it uses was merged into another.
    if (!result || !store.outbox.has(mutation.mutationId)) continue
    if (result.outcome === 'conflict') {
      storeChange(store, result.current)
      store.queue(withNewId(store, mutation), mutation)
    } else if (result.outcome !== 'rejected') {
      store.set('outbox', mutation.mutationId)
      storeApplied(store, mutation, result.revision)
    } else {
      // A mutation may depend on an earlier one that hasn't succeeded yet. Then its rejection doesn't count, and it is
      // sent again.
      if (next === 'send' && isTemporary(result.problem.status)) next = 'wait'
      if (next === 'send' && !usesWaiting(store, mutation)) next = reject(store, mutation, result.problem)
    }
  }
  return next
}

function storeApplied(store: Store, mutation: Mutation, revision: number): void {
  const key = keyOf(mutation)
  const { value: edited, merged: value = edited } = mutation
  const previous = store.synced.get(key)
  if (previous && previous.revision >= revision) return
  const { pull } = store.progress
  const updatedAt = new Date(editTime(store.clock).at).toISOString()
  // A deleted resource keeps its last value, because workouts still refer to a deleted exercise.
  const latest = value ? { ...value, updatedAt } : { ...previous?.value, deletedAt: updatedAt }
  store.set('synced', key, { revision, pull, value: (value ?? previous?.value) && latest, deleted: !value })
}

function reject(store: Store, mutation: Mutation, problem: Problem): Next {
  const { code, existingId = '' } = problem
  const isUnknown = code === 'not_found' || code === 'revision_unknown' || usesLost(store, mutation, problem)
  const isNameTaken = code === 'name_taken' && isCreation(mutation)
  const { at } = store.progress
  // The exercise with this name may be on a page that has not been pulled yet, so this counts once between two pulls.
  const tries = (mutation.tries ?? 0) + (isNameTaken && mutation.pulledAt === at ? 0 : 1)
  // On this device, the exercise that has the name was renamed, and the server rejected that. Once the rename is
  // corrected, the name is free; once it is discarded, the new exercise is merged into that one.
  const renaming = isNameTaken && store.mutationsOf(`exercise/${existingId}`).find(({ refused }) => refused)
  if (isNameTaken && hasServersName(store, existingId)) mergeInto(store, mutation, existingId)
  else if (!renaming && (isUnknown || isNameTaken || code === 'mutation_id_reused') && tries < maxTries) {
    if (isUnknown) store.startAgain()
    store.queue({ ...withNewId(store, mutation), tries, pulledAt: at }, mutation)
    // Another device's exercise has this name. Once it has been pulled, the new exercise is merged into it.
    if (isNameTaken) return 'pull'
  } else {
    const dependsOn = renaming ? renaming.mutationId : findRejectedCreation(store, mutation)
    recordRejection(store, mutation, { problem, dependsOn })
  }
  return 'send'
}

/** Whether the server doesn't know an exercise or a program that it had, because its database was restored. */
function usesLost(store: Store, mutation: Mutation, { errors = [] }: Problem): boolean {
  const uses = references(mutation)
  return (
    errors.some(({ code }) => /^unknown_(exercise|program|revision)$/.test(code)) &&
    [...store.synced.keys()].some((key) => /^[ep]/.test(key) && uses({ id: idOf(key) }))
  )
}

/** Stores the server's state of a resource, unless this pull or a later push has already stored a newer one. */
export function storeChange(store: Store, change: Schemas['SyncChange']): void {
  const { revision, op } = change
  const key = keyOf(change)
  const previous = store.synced.get(key)
  const { pull } = store.progress
  // A resource whose tombstone has expired may start over at revision 1.
  if (previous?.pull === pull && !previous.deleted && previous.revision > revision) return
  // A plain object of the contract, whose fields are only read by name here.
  const value = change.value as SyncedState['value']
  store.set('synced', key, { revision, value, deleted: op === 'delete', pull })
}
