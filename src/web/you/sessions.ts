import { signal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { log } from '../state/log.ts'

type Session = Schemas['Session']

const key = 'replog.devices'

/** A user's sessions as last seen, shown immediately and without a network. */
interface StoredSessions {
  readonly user: string
  readonly items: readonly Session[]
}

function storedSessions(): readonly Session[] {
  try {
    const { user, items }: StoredSessions = JSON.parse(localStorage.getItem(key) ?? '{}')
    return user === log().user?.id ? items : []
  } catch {
    return []
  }
}

export const sessions = signal<readonly Session[]>([])

/** Shows these sessions, and stores them for next time. */
export function storeSessions(items: readonly Session[]): void {
  sessions.value = items
  const kept: StoredSessions = { user: log().user?.id ?? '', items }
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // They are read again the next time.
  }
}

/** Removes the stored sessions when the user logs out. */
export function forgetSessions(): void {
  sessions.value = []
  localStorage.removeItem(key)
}

/** Shows the stored sessions, then updates them from the server. */
export async function readSessions(): Promise<void> {
  sessions.value = storedSessions()
  try {
    const { data } = await log().client.GET('/api/auth/sessions')
    if (data) storeSessions(data.items)
  } catch {
    // There is no network.
  }
}
