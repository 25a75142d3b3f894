import { areEqual, type Content, merge } from '#training/merge.ts'
import { currentId, withCurrentIds } from './aliases.ts'
import type { Clock } from './clock.ts'
import { uuid } from './ids.ts'
import { rebase } from './rebase.ts'
import { type Base, isCreation, type Mutation, type Rejection, references } from './records.ts'
import { keyOf, type Store, withNewId } from './store.ts'
import type { Resource } from './types.ts'
import { applyMutations } from './view.ts'

/** A user's change to a resource. */
export interface Edit {
  readonly resource: Resource
  readonly id: string
  /** If absent, the resource is deleted. */
  readonly value?: Content | undefined
  /** The state of the resource that the user edited. Changes that another tab or a pull made since then are kept. */
  readonly seen?: Content | undefined
}

/**
 * Adds an edit to the outbox. It replaces the waiting mutation of the same resource, unless that may already have been
 * sent or the server must get it, too. An edit that changes nothing isn't sent at all.
 */
export function enqueue(store: Store, edit: Edit): void {
  const { resource } = edit
  const id = currentId(store, resource, edit.id)
  const edited = withCurrentIds(store, edit.value)
  const seen = withCurrentIds(store, edit.seen)
  const key = keyOf({ resource, id })
  const chain = store.mutationsOf(key)
  const foldOf = (mutations: readonly Mutation[]) => applyMutations(store, resource, key, mutations)
  const current = foldOf(chain)
  // The edit is the later side if `at` is above 1, and the earlier side if it is below.
  const mergedAt = (at: number) => merge(seen, { value: edited, at }, { value: current, at: 1 })
  // A resource that is put exists again, even if someone deleted it.
  const merged = mergedAt(2)
  const value = merged ?? edited
  const last = chain.at(-1)
  let replaceable = last?.sent === undefined ? last : undefined
  // The server must get each state of a program that a run may follow. An exercise or a program created offline is sent
  // even if it is deleted, because what uses it may come later, from a tab that hasn't noticed the deletion.
  const undoesCreation = !value && replaceable && isCreation(replaceable)
  if (
    !replaceable?.refused &&
    (undoesCreation || store.mutations().some((other) => other.value?.programId === id))
  )
    replaceable = undefined
  // A waiting mutation that loses to this edit or to another device's is sent separately, so that the server keeps it
  // as a revision.
  const hasLost = !areEqual(merged, mergedAt(0))
  if (replaceable && !replaceable.refused && (hasLost || rebase(store, replaceable)?.superseded))
    replaceable = undefined
  const revision = store.synced.get(key)?.revision ?? 0
  let base: Base = { revision, value: foldOf(chain.filter((mutation) => mutation !== replaceable)) }
  // An unreadable server state makes its revision 0 until it has been pulled again.
  if (replaceable && revision < replaceable.base.revision) base = replaceable.base

  if (replaceable) store.set('outbox', replaceable.mutationId)
  if (!areEqual(value, base.value)) {
    // A workout moves behind the exercises that it may now use, but an exercise stays before the workouts that use it.
    const keepsOrder = resource === 'exercise' && value && !replaceable?.refused
    const order = (keepsOrder && replaceable?.order) || (store.mutations().at(-1)?.order ?? 0) + 1
    const mutationId = uuid(store.clock.local())
    store.queue({ mutationId, order, resource, id, value, base, ...editTime(store.clock) })
  }
  if (replaceable) releaseDependents(store, replaceable.mutationId)
}

/** Removes a rejected mutation. Those that depend on it are sent again, so that the server says what they lack. */
export function discardRejected(store: Store, { mutationId }: Mutation): void {
  store.set('outbox', mutationId)
  releaseDependents(store, mutationId)
}

/** Queues a rejected mutation again, unchanged or corrected, together with those that depend on it. */
export function requeueRejected(store: Store, mutation: Mutation, fixed = mutation.value): void {
  const order = (store.mutations().at(-1)?.order ?? 0) + 1
  const value = withCurrentIds(store, fixed)
  // A correction counts as made now. An unchanged retry keeps its time, so that later edits of other devices still win.
  const time = fixed !== mutation.value && { unchecked: undefined, ...editTime(store.clock) }
  const next = { ...withNewId(store, mutation), ...time, order, value, refused: undefined, tries: undefined }
  store.queue(next, mutation)
  releaseDependents(store, mutation.mutationId)
}

function releaseDependents(store: Store, id: string): void {
  for (const mutation of store.mutations())
    if (mutation.refused?.dependsOn === id) requeueRejected(store, mutation)
}

/**
 * Turns a mutation into a dead letter. If a later one of the same resource is waiting, the two are merged instead,
 * since the later one builds on it.
 */
export function recordRejection(store: Store, mutation: Mutation, rejection: Rejection): void {
  const next = store.mutationsOf(keyOf(mutation)).find(({ order }) => order > mutation.order)
  if (!next) {
    store.queue({ ...mutation, sent: undefined, refused: rejection })
    return
  }
  store.set('outbox', mutation.mutationId)
  const value = merge(next.base.value, { value: next.value, at: 1 }, { value: mutation.value, at: 0 })
  if (areEqual(value, mutation.base.value)) store.set('outbox', next.mutationId)
  else store.queue({ ...next, value, base: mutation.base })
}

/** The id of a rejected mutation that would create an exercise or a program that this mutation uses. */
export function findRejectedCreation(store: Store, mutation: Mutation): string | undefined {
  return findCreation(store, mutation, ({ refused }) => refused)?.mutationId
}

/**
 * Whether a mutation uses an exercise or a program that a waiting one creates.
 *
 * @param after ignores creations up to this `order`; later ones are, for example, just corrected and queued again
 */
export function usesWaiting(store: Store, mutation: Mutation, after = 0): boolean {
  return !!findCreation(store, mutation, ({ refused, order }) => !refused && order > after)
}

function findCreation(store: Store, mutation: Mutation, test: (creation: Mutation) => unknown) {
  const creations = store.mutations().filter((creation) => isCreation(creation) && test(creation))
  // `references` turns the whole mutation into text, so it is called once, and not at all without creations.
  return creations[0] && creations.find(references(mutation))
}

/** The time of an edit made now, by the server's clock if its offset is known. */
export function editTime({ local, offset }: Clock): Pick<Mutation, 'at' | 'unchecked'> {
  return offset === undefined ? { at: local(), unchecked: true } : { at: local() + offset }
}
