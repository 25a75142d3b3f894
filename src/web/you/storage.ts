import { signal } from '@preact/signals'

/** The browser's report on this app's storage. */
interface StorageReport {
  /** The bytes used by this app. */
  readonly usage: number | undefined
  /** Whether the browser has agreed not to clear it to free up space. */
  readonly isKept: boolean
}

export const room = signal<StorageReport>({ usage: undefined, isKept: false })

/** Updates the report. */
export async function measureRoom(): Promise<void> {
  // Unavailable in insecure contexts.
  const { storage } = navigator as { storage?: StorageManager }
  if (!storage) return
  const [estimate, isKept] = await Promise.all([storage.estimate(), storage.persisted()])
  room.value = { usage: estimate.usage, isKept }
}

/** Asks the browser to keep the data. Resolves to whether it agreed. */
export async function askToKeep(): Promise<boolean> {
  const { storage } = navigator as { storage?: StorageManager }
  const isKept = (await storage?.persist()) ?? false
  await measureRoom()
  return isKept
}
