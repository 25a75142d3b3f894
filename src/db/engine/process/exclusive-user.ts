import type { Db, Reader } from '../types.ts'
import { defineProcessState } from './state.ts'

const heldBy = defineProcessState({
  name: 'users whose requests wait',
  acrossNodes:
    'work in several transactions becomes one transaction, which locks the user: nothing waits here',
  /** By user: resolves when the work in progress for the user is done. */
  create: () => new Map<string, Promise<void>>(),
})

/** What a user's requests have to wait for, if anything; see {@link holdUser}. */
export function holdOn(db: Reader, userId: string): Promise<void> | undefined {
  return heldBy(db).get(userId)
}

/**
 * Makes a user's requests wait until the result is disposed of, so that nobody sees data that is written in
 * several steps before all of it is there. First waits for its own turn. Other users don't wait.
 */
export async function holdUser(db: Db, userId: string): Promise<Disposable> {
  const holds = heldBy(db)
  for (let before = holds.get(userId); before; before = holds.get(userId)) await before
  const { promise, resolve } = Promise.withResolvers<void>()
  holds.set(userId, promise)
  // Requests that have already passed this point do their reads before anything is written.
  await new Promise(setImmediate)
  return {
    [Symbol.dispose]() {
      holds.delete(userId)
      resolve()
    },
  }
}
