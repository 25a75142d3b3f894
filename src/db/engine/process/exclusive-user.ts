import type { Db, Reader } from '../types.ts'
import { defineProcessState } from './state.ts'

const holdsOf = defineProcessState({
  name: 'users whose requests wait',
  acrossNodes: 'not used: work in several transactions becomes one transaction, which locks the user',
  /** By user: resolves when the work in progress is done. */
  create: () => new Map<string, Promise<void>>(),
})

/**
 * Resolves when a user's requests may proceed, see {@link holdUser}; `undefined` if there is nothing to wait
 * for.
 */
export function waitForUser(db: Reader, userId: string): Promise<void> | undefined {
  return holdsOf(db).get(userId)
}

/**
 * Makes a user's requests wait until the result is disposed of, so that no request sees data that is only
 * partly written. Waits first until earlier work for the same user is done. Other users are not affected.
 */
export async function holdUser(db: Db, userId: string): Promise<Disposable> {
  const holds = holdsOf(db)
  for (let hold = holds.get(userId); hold; hold = holds.get(userId)) await hold
  const { promise, resolve } = Promise.withResolvers<void>()
  holds.set(userId, promise)
  // Requests that have already passed `waitForUser` get a turn to read before anything is written.
  await new Promise(setImmediate)
  return {
    [Symbol.dispose]() {
      holds.delete(userId)
      resolve()
    },
  }
}
