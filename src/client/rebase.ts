import { areEqual, merge } from '#training/merge.ts'
import type { Mutation } from './records.ts'
import { keyOf, type Store } from './store.ts'
import { localSide, serverSide } from './view.ts'

/**
 * The values to send for a mutation, given the server's current state; undefined if that state already contains the
 * whole change. If a value that the user entered in a workout loses to a later one, the merged workout with the user's
 * value is sent along, so that the server stores it as a revision.
 */
export function rebase(
  store: Store,
  mutation: Mutation,
): Required<Pick<Mutation, 'sent' | 'merged' | 'superseded'>> | undefined {
  const { base, resource } = mutation
  const synced = store.synced.get(keyOf(mutation))
  const server = serverSide(resource, synced)
  const local = localSide(store, mutation)
  const merged = merge(base.value, local, server)
  const preferred = merge(base.value, { ...local, at: server.at + 1 }, server)
  const superseded = resource !== 'workout' || areEqual(merged, preferred) ? undefined : preferred
  if (!superseded && areEqual(merged, server.value)) return
  return {
    sent: synced?.revision ?? 0,
    merged: areEqual(merged, local.value) ? undefined : merged,
    superseded,
  }
}
