import type { ReplogStorage, User } from './types.ts'

/** The stand-in for a user id if nobody is logged in. */
export const guestId = 'guest'

/** The session of a guest. It is never stored: anyone who isn't logged in is a guest. */
export const guestSession = { user: { id: guestId } as User }

/**
 * The storage changes that move a guest's log to the account of a user. The caller holds the lock `write`. The guest's
 * mutations can interleave with the user's, since order matters only among mutations that refer to each other.
 */
export async function changesToMoveGuest(storage: ReplogStorage, user: string) {
  const changes = new Map<string, string | undefined>()
  for (const [key, text] of await storage.load(`${guestId}/`)) {
    changes.set(key, undefined)
    if (!key.includes('/progress/')) changes.set(user + key.slice(guestId.length), text)
  }
  return changes
}
