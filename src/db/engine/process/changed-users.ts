import type { Db, Tx } from '../types.ts'
import { defineProcessState } from './state.ts'

/**
 * Called with the users whose data, account or sessions a transaction has changed, once the changes are on disk, and
 * with the number of each user's last change if nothing else was changed.
 */
type Listener = (users: ReadonlyMap<string, number | undefined>) => void

const listenersOf = defineProcessState({
  name: 'listeners for changed users',
  acrossNodes: 'each node is notified of its own commits and polls for those of others',
  create: () => new Set<Listener>(),
})

/** The users changed so far by each transaction. */
const changedUsers = new WeakMap<Tx, Map<string, number | undefined>>()

/** Calls `listener` for every later commit that changes something; the returned function unsubscribes. */
export function onUsersChanged(db: Db, listener: Listener): () => void {
  const listeners = listenersOf(db)
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Records that a transaction changes a user's data, under a number, or their account or sessions. Listeners are not
 * notified if it is rolled back.
 */
export function noteChange(tx: Tx, userId: string, seq?: number): void {
  const users = changedUsers.get(tx)
  if (!users) return
  const isFirst = !users.has(userId)
  users.set(userId, isFirst || users.get(userId) !== undefined ? seq : undefined)
}

/** Starts recording a transaction's changes. Call the returned function after the commit to announce them. */
export function noteChangesOf(tx: Tx, db: Db): () => void {
  const users = new Map<string, number | undefined>()
  changedUsers.set(tx, users)
  return () => {
    if (users.size > 0) for (const listener of listenersOf(db)) listener(users)
  }
}
