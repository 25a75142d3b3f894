import type { Db, Tx } from '../types.ts'
import { defineProcessState } from './state.ts'

/** Called with the users whose data or sessions a transaction has changed, once it is on disk. */
type Listener = (userIds: ReadonlySet<string>) => void

const listenersOf = defineProcessState({
  name: 'listeners for changed users',
  acrossNodes: 'each node hears of its own commits; it polls for those of others, or is notified',
  create: () => new Set<Listener>(),
})

/** By transaction: who has been changed so far. */
const changed = new WeakMap<Tx, Set<string>>()

/** Calls `listener` for every later commit that changes something; the returned function unsubscribes. */
export function onUsersChanged(db: Db, listener: Listener): () => void {
  const listeners = listenersOf(db)
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Records that a transaction changes something of a user's that others wait for. If it is rolled back, nobody
 * is notified.
 */
export function noteChange(tx: Tx, userId: string): void {
  changed.get(tx)?.add(userId)
}

/** Starts recording what a transaction changes. Returns what announces it, to be called after the commit. */
export function noteChangesOf(tx: Tx, db: Db): () => void {
  const users = new Set<string>()
  changed.set(tx, users)
  return () => {
    if (users.size > 0) for (const listener of listenersOf(db)) listener(users)
  }
}
