import { signal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { log } from '../state/log.ts'

type Session = Schemas['Session']

const key = 'replog.devices'

/** A user's sessions as last seen, shown at once and without a network. */
interface Kept {
  readonly user: string
  readonly items: readonly Session[]
}

function stored(): readonly Session[] {
  try {
    const { user, items }: Kept = JSON.parse(localStorage.getItem(key) ?? '{}')
    return user === log().user?.id ? items : []
  } catch {
    return []
  }
}

export const sessions = signal<readonly Session[]>([])

/** Shows these sessions, and stores them for next time. */
export function keepSessions(items: readonly Session[]): void {
  sessions.value = items
  const kept: Kept = { user: log().user?.id ?? '', items }
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
  sessions.value = stored()
  try {
    const { data } = await log().client.GET('/api/auth/sessions')
    if (data) keepSessions(data.items)
  } catch {
    // There is no network.
  }
}
