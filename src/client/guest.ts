import type { ReplogStorage, User } from './types.ts'

/** Stands for someone without an account, in place of a user's id. */
export const guest = 'guest'

/** The session of a guest. It is never stored: a guest is whoever isn't signed in. */
export const guestSession = { user: { id: guest } as User }

/**
 * The changes that move what a guest has logged to the account of a user. The caller holds the lock `write`.
 * The order of writes matters only among those that refer to each other, so they can mix with the user's own.
 */
export async function takeOver(storage: ReplogStorage, user: string) {
  const changes = new Map<string, string | undefined>()
  for (const [key, text] of await storage.load(`${guest}/`)) {
    changes.set(key, undefined)
    if (!key.includes('/progress/')) changes.set(user + key.slice(guest.length), text)
  }
  return changes
}
