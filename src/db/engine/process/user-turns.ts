import type { Db, Reader } from '../types.ts'

/** By database and user: resolves when the work in progress for the user is done. */
const underWay = new WeakMap<Reader, Map<string, Promise<void>>>()

/** What a user's requests have to wait for, if anything; see `aloneFor`. */
export function beforeRequestsOf(db: Reader, userId: string): Promise<void> | undefined {
  return underWay.get(db)?.get(userId)
}

/**
 * Makes a user's requests wait until the result is disposed of, so that nobody sees data that is written in
 * several steps before all of it is there. First waits for its own turn. Other users don't wait.
 */
export async function aloneFor(db: Db, userId: string): Promise<Disposable> {
  const users = underWay.get(db) ?? new Map<string, Promise<void>>()
  underWay.set(db, users)
  for (let before = users.get(userId); before; before = users.get(userId)) await before
  const { promise, resolve } = Promise.withResolvers<void>()
  users.set(userId, promise)
  // Requests that have already passed this point do their reads before anything is written.
  await new Promise(setImmediate)
  return {
    [Symbol.dispose]() {
      users.delete(userId)
      resolve()
    },
  }
}
