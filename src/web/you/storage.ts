import { signal } from '@preact/signals'

/** The browser's report on this app's storage. */
interface StorageReport {
  /** The bytes used by this app. */
  readonly usage: number | undefined
  /** Whether the browser has agreed not to clear it to free up space. */
  readonly isPersistent: boolean
}

export const storageReport = signal<StorageReport>({ usage: undefined, isPersistent: false })

/** Updates the report. */
export async function refreshStorageReport(): Promise<void> {
  // Unavailable in insecure contexts.
  const { storage } = navigator as { storage?: StorageManager }
  if (!storage) return
  const [estimate, isPersistent] = await Promise.all([storage.estimate(), storage.persisted()])
  storageReport.value = { usage: estimate.usage, isPersistent }
}

/** Asks the browser never to clear the data to free up space. Resolves to whether it agreed. */
export async function requestPersistence(): Promise<boolean> {
  const { storage } = navigator as { storage?: StorageManager }
  const isPersistent = (await storage?.persist()) ?? false
  await refreshStorageReport()
  return isPersistent
}
