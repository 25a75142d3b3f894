import { signal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { log } from '../state/log.ts'

type Session = Schemas['Session']

const key = 'replog.devices'

/** Of whom, and where they are logged in: shown at once the next time, and without a network. */
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

/** Shows these, and keeps them for the next time. */
export function keepSessions(items: readonly Session[]): void {
  sessions.value = items
  const kept: Kept = { user: log().user?.id ?? '', items }
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // They are read again the next time.
  }
}

/** Forgets them, as who they belong to has logged out. */
export function forgetSessions(): void {
  sessions.value = []
  localStorage.removeItem(key)
}

/** Shows those that were kept, then asks the server. */
export async function readSessions(): Promise<void> {
  sessions.value = stored()
  try {
    const { data } = await log().client.GET('/api/auth/sessions')
    if (data) keepSessions(data.items)
  } catch {
    // There is no network.
  }
}
