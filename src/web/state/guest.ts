import type { ReplogStorage } from '#client/index.ts'

/** Makes the log usable without an account. */
export async function asGuest(storage: ReplogStorage): Promise<void> {
  if ((await storage.read('session')) !== undefined) return
  await storage.write(new Map([['session', JSON.stringify({ user: { id: 'guest' } })]]))
}
