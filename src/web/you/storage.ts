import { signal } from '@preact/signals'

/** What the browser says of the room on this device. */
interface Room {
  /** Bytes that this app takes. */
  readonly usage: number | undefined
  /** Whether the browser has promised to clear nothing to make room for others. */
  readonly isKept: boolean
}

export const room = signal<Room>({ usage: undefined, isKept: false })

/** Asks the browser again. */
export async function measureRoom(): Promise<void> {
  // Without a secure address there is nothing to ask.
  const { storage } = navigator as { storage?: StorageManager }
  if (!storage) return
  const [estimate, isKept] = await Promise.all([storage.estimate(), storage.persisted()])
  room.value = { usage: estimate.usage, isKept }
}

/** Asks the browser to keep what is here. Resolves to whether it promised to. */
export async function askToKeep(): Promise<boolean> {
  const { storage } = navigator as { storage?: StorageManager }
  const isKept = (await storage?.persist()) ?? false
  await measureRoom()
  return isKept
}
