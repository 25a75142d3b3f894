import type { Clock } from './clock.ts'
import { uuid } from './ids.ts'
import { type Content, merge, same } from './merge.ts'
import { rebase } from './rebase.ts'
import type { Base, Change, Refusal } from './records.ts'
import { keyOf, renamed, type Store } from './store.ts'
import type { Resource } from './types.ts'
import { fold } from './view.ts'

/** What a resource should become. */
export interface Wish {
  readonly resource: Resource
  readonly id: string
  /** If absent, the resource is deleted. */
  readonly value?: Content | undefined
  /** The resource as its user saw it. What another tab or a pull did to it since then is kept. */
  readonly seen?: Content | undefined
}

/**
 * Puts a wish into the outbox. It replaces the change that waits for the same resource, unless that may have
 * been sent already. A wish that changes nothing isn't sent at all.
 */
export function enqueue(store: Store, wish: Wish): void {
  const { resource, id, seen, value: wished } = wish
  const key = keyOf(wish)
  const chain = store.chain(key)
  const folded = (changes: readonly Change[]) => fold(store, resource, key, changes)
  const now = folded(chain)
  const mergedAt = (at: number) => merge(seen, { value: wished, at }, { value: now, at: 1 })
  // What is put exists again, even if someone has deleted it.
  const value = mergedAt(2) ?? wished
  const last = chain.at(-1)
  let top = last?.sent === undefined ? last : undefined
  // If the exercise was created and then used while offline, it is deleted only after everything that uses
  // it.
  if (!value && top && isMaking(top) && store.waiting().some((change) => uses(change, id))) top = undefined
  // A change that loses, to another device's or to this one, is sent by itself, so that the server keeps it.
  const hasLost = !same(mergedAt(2), mergedAt(0))
  if (top && !top.refused && (hasLost || rebase(store, top)?.superseded)) top = undefined
  const revision = store.synced.get(key)?.revision ?? 0
  let base: Base = { revision, value: folded(chain.filter((change) => change !== top)) }
  // The server's state could not be read from the storage, and has yet to be pulled again.
  if (top && revision < top.base.revision) base = top.base

  if (top) store.set('outbox', top.mutationId)
  if (same(value, base.value)) return
  // A workout moves behind any exercises that it may use by now; an exercise stays ahead of the workouts that
  // use it.
  const stays = resource === 'exercise' && value && !top?.refused
  const order = (stays && top?.order) || (store.waiting().at(-1)?.order ?? 0) + 1
  const mutationId = uuid(store.clock.local())
  store.wait({ mutationId, order, resource, id, value, base, ...moment(store.clock) })
  if (top) releaseDependents(store, top.mutationId)
}

/** Sends a refused change again, as it was or corrected, together with the changes that wait for it. */
export function release(store: Store, change: Change, value = change.value): void {
  const order = (store.waiting().at(-1)?.order ?? 0) + 1
  store.wait({ ...renamed(store, change), order, value, refused: undefined, tries: undefined }, change)
  releaseDependents(store, change.mutationId)
}

function releaseDependents(store: Store, id: string): void {
  for (const change of store.waiting()) if (change.refused?.dependsOn === id) release(store, change)
}

/**
 * Turns a change into a dead letter. If a later change of the same resource waits behind it, that one takes
 * its place instead, since it was made with this one in view.
 */
export function refuse(store: Store, change: Change, why: Refusal): void {
  const next = store.chain(keyOf(change)).find(({ order }) => order > change.order)
  if (!next) {
    store.wait({ ...change, sent: undefined, refused: why })
    return
  }
  store.set('outbox', change.mutationId)
  const value = merge(next.base.value, { value: next.value, at: 1 }, { value: change.value, at: 0 })
  if (same(value, change.base.value)) store.set('outbox', next.mutationId)
  else store.wait({ ...next, value, base: change.base })
}

/** The id of the refused change that would have created an exercise that this change needs. */
export function neededBy(store: Store, change: Change): string | undefined {
  return store.waiting().find((other) => other.refused && isMaking(other) && uses(change, other.id))
    ?.mutationId
}

function isMaking({ resource, value, base }: Change): boolean {
  return resource === 'exercise' && value !== undefined && !base.value
}

function uses({ value }: Change, exerciseId: string): boolean {
  return value?.exercises?.some((entry) => entry.exerciseId === exerciseId) ?? false
}

/** The time of something that is done now. */
export function moment({ local, offset }: Clock): Pick<Change, 'at' | 'unchecked'> {
  return offset === undefined ? { at: local(), unchecked: true } : { at: local() + offset }
}
