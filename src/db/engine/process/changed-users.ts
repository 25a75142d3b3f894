import type { Db, Tx } from '../types.ts'
import { defineProcessState } from './state.ts'

/** Called with the users whose data or sessions a transaction has changed, once the changes are on disk. */
type Listener = (userIds: ReadonlySet<string>) => void

const listenersOf = defineProcessState({
  name: 'listeners for changed users',
  acrossNodes: 'each node is notified of its own commits and polls for those of others',
  create: () => new Set<Listener>(),
})

/** The users changed so far by each transaction. */
const changedUsers = new WeakMap<Tx, Set<string>>()

/** Calls `listener` for every later commit that changes something; the returned function unsubscribes. */
export function onUsersChanged(db: Db, listener: Listener): () => void {
  const listeners = listenersOf(db)
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Records that a transaction changes a user's data or sessions. Listeners are not notified if it is
 * rolled back.
 */
export function noteChange(tx: Tx, userId: string): void {
  changedUsers.get(tx)?.add(userId)
}

/** Starts recording a transaction's changes. Call the returned function after the commit to announce them. */
export function noteChangesOf(tx: Tx, db: Db): () => void {
  const users = new Set<string>()
  changedUsers.set(tx, users)
  return () => {
    if (users.size > 0) for (const listener of listenersOf(db)) listener(users)
  }
}
