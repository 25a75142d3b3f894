import { currentId, withCurrentIds } from './aliases.ts'
import type { Clock } from './clock.ts'
import { uuid } from './ids.ts'
import { type Content, merge, same } from './merge.ts'
import { rebase } from './rebase.ts'
import { type Base, isCreation, type Mutation, type Refusal, uses } from './records.ts'
import { keyOf, renamed, type Store } from './store.ts'
import type { Resource } from './types.ts'
import { fold } from './view.ts'

/** What a user did to a resource. */
export interface Edit {
  readonly resource: Resource
  readonly id: string
  /** If absent, the resource is deleted. */
  readonly value?: Content | undefined
  /** The resource as its user saw it. Later changes by another tab or a pull are kept. */
  readonly seen?: Content | undefined
}

/**
 * Puts an edit into the outbox. It replaces the mutation that waits for the same resource, unless that may have
 * been sent already. An edit that changes nothing isn't sent at all.
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
  // What is put exists again, even if someone has deleted it.
  const value = mergedAt(2) ?? edited
  const last = chain.at(-1)
  let top = last?.sent === undefined ? last : undefined
  // An exercise that was created and used while offline is deleted only after everything that uses it, and the
  // server gets each state of a program that a run may follow.
  const isDropped = !value && top && isCreation(top)
  if (store.waiting().some((one) => one.value?.programId === id || (isDropped && uses(one.value, id))))
    top = undefined
  // A mutation that loses, to another device's or to this one, is sent by itself, so that the server keeps it.
  const hasLost = !same(mergedAt(2), mergedAt(0))
  if (top && !top.refused && (hasLost || rebase(store, top)?.superseded)) top = undefined
  const revision = store.synced.get(key)?.revision ?? 0
  let base: Base = { revision, value: folded(chain.filter((mutation) => mutation !== top)) }
  // The server's state could not be read from the storage, and has yet to be pulled again.
  if (top && revision < top.base.revision) base = top.base

  if (top) store.set('outbox', top.mutationId)
  if (same(value, base.value)) return
  // A workout moves behind any exercises that it may use by now; an exercise stays ahead of the workouts that
  // use it.
  const stays = resource === 'exercise' && value && !top?.refused
  const order = (stays && top?.order) || (store.waiting().at(-1)?.order ?? 0) + 1
  const mutationId = uuid(store.clock.local())
  store.queue({ mutationId, order, resource, id, value, base, ...editTime(store.clock) })
  if (top) releaseDependents(store, top.mutationId)
}

/** Sends a refused mutation again, as it was or corrected, together with those that wait for it. */
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
 * Turns a mutation into a dead letter. If a later one of the same resource waits behind it, that one takes
 * its place instead, since it was made with this one in view.
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

/** The id of the refused mutation that would have created an exercise that this one needs. */
export function neededBy(store: Store, mutation: Mutation): string | undefined {
  return store.waiting().find((other) => other.refused && isCreation(other) && uses(mutation.value, other.id))
    ?.mutationId
}

/** The time of an edit that is made now, by the server's clock as far as it is known. */
export function editTime({ local, offset }: Clock): Pick<Mutation, 'at' | 'unchecked'> {
  return offset === undefined ? { at: local(), unchecked: true } : { at: local() + offset }
}
