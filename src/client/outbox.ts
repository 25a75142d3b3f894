import { currentId, withCurrentIds } from './aliases.ts'
import type { Clock } from './clock.ts'
import { uuid } from './ids.ts'
import { type Content, merge, same } from './merge.ts'
import { rebase } from './rebase.ts'
import { type Base, isCreation, type Mutation, type Refusal, uses } from './records.ts'
import { keyOf, renamed, type Store } from './store.ts'
import type { Resource } from './types.ts'
import { fold } from './view.ts'

/** A user's change of a resource. */
export interface Edit {
  readonly resource: Resource
  readonly id: string
  /** If absent, the resource is deleted. */
  readonly value?: Content | undefined
  /** The resource as the user saw it. Later changes by another tab or a pull are kept. */
  readonly seen?: Content | undefined
}

/**
 * Adds an edit to the outbox. It replaces the waiting mutation of the same resource, unless that may already have been
 * sent. An edit that changes nothing isn't sent at all.
 */
export function enqueue(store: Store, edit: Edit): void {
  const { resource, seen } = edit
  const id = currentId(store, resource, edit.id)
  const edited = withCurrentIds(store, resource, edit.value)
  const key = keyOf({ resource, id })
  const chain = store.chain(key)
  const folded = (mutations: readonly Mutation[]) => fold(store, resource, key, mutations)
  const now = folded(chain)
  const mergedAt = (at: number) => merge(seen, { value: edited, at }, { value: now, at: 1 })
  // A put resource exists again, even if someone deleted it.
  const value = mergedAt(2) ?? edited
  const last = chain.at(-1)
  let top = last?.sent === undefined ? last : undefined
  // An exercise created and used while offline is deleted only after everything that uses it, and the server must get
  // each state of a program that a run may follow.
  const isDropped = !value && top && isCreation(top)
  if (store.waiting().some((one) => one.value?.programId === id || (isDropped && uses(one.value, id))))
    top = undefined
  // A mutation that loses to another device or to this one is sent separately, so that the server keeps it as a revision.
  const hasLost = !same(mergedAt(2), mergedAt(0))
  if (top && !top.refused && (hasLost || rebase(store, top)?.superseded)) top = undefined
  const revision = store.synced.get(key)?.revision ?? 0
  let base: Base = { revision, value: folded(chain.filter((mutation) => mutation !== top)) }
  // The server's state could not be read from the storage and hasn't been pulled again yet.
  if (top && revision < top.base.revision) base = top.base

  if (top) store.set('outbox', top.mutationId)
  if (same(value, base.value)) return
  // A workout moves after any exercises it may now use; an exercise stays before the workouts that use it.
  const stays = resource === 'exercise' && value && !top?.refused
  const order = (stays && top?.order) || (store.waiting().at(-1)?.order ?? 0) + 1
  const mutationId = uuid(store.clock.local())
  store.queue({ mutationId, order, resource, id, value, base, ...editTime(store.clock) })
  if (top) releaseDependents(store, top.mutationId)
}

/** Queues a refused mutation again, unchanged or corrected, together with those that depend on it. */
export function release(store: Store, mutation: Mutation, fixed = mutation.value): void {
  const order = (store.waiting().at(-1)?.order ?? 0) + 1
  const value = withCurrentIds(store, mutation.resource, fixed)
  store.queue({ ...renamed(store, mutation), order, value, refused: undefined, tries: undefined }, mutation)
  releaseDependents(store, mutation.mutationId)
}

function releaseDependents(store: Store, id: string): void {
  for (const mutation of store.waiting()) if (mutation.refused?.dependsOn === id) release(store, mutation)
}

/**
 * Turns a mutation into a dead letter. If a later one of the same resource is waiting, the two are merged instead, since
 * the later one builds on it.
 */
export function refuse(store: Store, mutation: Mutation, why: Refusal): void {
  const next = store.chain(keyOf(mutation)).find(({ order }) => order > mutation.order)
  if (!next) {
    store.queue({ ...mutation, sent: undefined, refused: why })
    return
  }
  store.set('outbox', mutation.mutationId)
  const value = merge(next.base.value, { value: next.value, at: 1 }, { value: mutation.value, at: 0 })
  if (same(value, mutation.base.value)) store.set('outbox', next.mutationId)
  else store.queue({ ...next, value, base: mutation.base })
}

/** The id of the refused mutation that creates an exercise that this one needs. */
export function neededBy(store: Store, mutation: Mutation): string | undefined {
  return store.waiting().find((other) => other.refused && isCreation(other) && uses(mutation.value, other.id))
    ?.mutationId
}

/** The time of an edit made now, by the server's clock if its offset is known. */
export function editTime({ local, offset }: Clock): Pick<Mutation, 'at' | 'unchecked'> {
  return offset === undefined ? { at: local(), unchecked: true } : { at: local() + offset }
}
