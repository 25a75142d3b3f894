import { signal } from '@preact/signals'
import { changeSettings, settings } from '../state/settings.ts'

/** The browser's report on this app's storage. */
interface StorageReport {
  /** The bytes used by this app. */
  readonly usage: number | undefined
  /** Whether the browser has agreed not to clear it to free up space. */
  readonly isPersistent: boolean
}

export const storageReport = signal<StorageReport>({ usage: undefined, isPersistent: false })

/** Undefined in insecure contexts. */
const storageManager = () => (navigator as { storage?: StorageManager }).storage

/** Updates the report. */
export async function refreshStorageReport(): Promise<void> {
  const storage = storageManager()
  if (!storage) return
  const [estimate, isPersistent] = await Promise.all([storage.estimate(), storage.persisted()])
  storageReport.value = { usage: estimate.usage, isPersistent }
}

/** Asks the browser never to clear the data to free up space. Resolves to whether it agreed, now or earlier. */
export async function requestPersistence(): Promise<boolean> {
  const storage = storageManager()
  const isPersistent = (await storage?.persisted()) || ((await storage?.persist()) ?? false)
  if (!settings.value.askedToKeep) changeSettings({ askedToKeep: true })
  await refreshStorageReport()
  return isPersistent
}
