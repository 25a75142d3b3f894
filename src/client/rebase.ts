import { merge, same } from './merge.ts'
import type { Mutation } from './records.ts'
import { keyOf, type Store } from './store.ts'
import { mine, theirs } from './view.ts'

/**
 * What to send for a change, given the server's current state; undefined if the server already has all of it. If a value
 * of the user's in a workout loses to a later one, the workout with that value and everything else merged is sent along,
 * so that the server keeps it as a revision.
 */
export function rebase(
  store: Store,
  mutation: Mutation,
): Required<Pick<Mutation, 'sent' | 'merged' | 'superseded'>> | undefined {
  const { base, resource } = mutation
  const synced = store.synced.get(keyOf(mutation))
  const server = theirs(resource, synced)
  const own = mine(store, mutation)
  const merged = merge(base.value, own, server)
  const preferred = merge(base.value, { ...own, at: server.at + 1 }, server)
  const superseded = resource !== 'workout' || same(merged, preferred) ? undefined : preferred
  if (!superseded && same(merged, server.value)) return
  return { sent: synced?.revision ?? 0, merged: same(merged, own.value) ? undefined : merged, superseded }
}
