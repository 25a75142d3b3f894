import { merge, same } from './merge.ts'
import type { Change } from './records.ts'
import { keyOf, type Store } from './store.ts'
import { mine, theirs } from './view.ts'

/**
 * What to send for a change, now that the server's state is this one; undefined where the server has it all. Where a value of the user's in
 * a workout loses against a later one, the workout with that value, and with all else merged, goes with it: the server keeps
 * it among the revisions.
 */
export function rebase(
  store: Store,
  change: Change,
): Required<Pick<Change, 'sent' | 'merged' | 'superseded'>> | undefined {
  const { base, resource } = change
  const synced = store.synced.get(keyOf(change))
  const server = theirs(resource, synced)
  const own = mine(store, change)
  const merged = merge(base.value, own, server)
  const preferred = merge(base.value, { ...own, at: server.at + 1 }, server)
  const superseded = resource !== 'workout' || same(merged, preferred) ? undefined : preferred
  if (!superseded && same(merged, server.value)) return
  return { sent: synced?.revision ?? 0, merged: same(merged, own.value) ? undefined : merged, superseded }
}
