import type { Content } from '#training/merge.ts'
import { asStorageFull } from './errors.ts'
import { uuid } from './ids.ts'
import { leaseLocks } from './leases.ts'
import type { Environment, Locks, ReplogStorage } from './types.ts'
import { generationOf, logEntry, versionAfter, versionKey } from './versions.ts'

/** One page's access to the storage that the tabs of this device share, with what the page keeps in memory about it. */
export interface Device {
  readonly storage: ReplogStorage
  /** The states that this page has returned, by id and stamps, to recognize them when they are put again. */
  readonly shown: Map<string, Content>
  /** The ids of the resources that may have changed since the listeners were last called. */
  touched: Set<string>
  /**
   * Whether the storage can't be read, or was wiped though nobody has logged out, and there is no room yet to
   * write back what this page holds in memory.
   */
  isLost: boolean
  /** Pending writes, for when the storage works again. */
  readonly unwritten: Map<string, string | undefined>
  /** The stored session, in case it has to be written back. */
  session: string | undefined
  /** Runs work while no other tab holds the lock. */
  lock<Result>(name: string, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>
  /**
   * Stores all changes atomically and notifies the other tabs. The caller holds the lock `write`. Resolves to the new
   * version.
   *
   * @param from the version that the caller knows, if the changes build on it
   * @throws StorageFullError if they can't be stored, or if the storage was wiped since then
   */
  write(changes: ReadonlyMap<string, string | undefined>, from?: string): Promise<string>
  close(): void
}

/** The key of the session in the storage. A logout removes it, but leaves the version. */
export const sessionKey = 'session'

/** @param changed called when another tab has written something, or when the storage was lost */
export function openDevice(storage: ReplogStorage, env: Environment, changed: () => void): Device {
  const { now, openChannel } = env
  const locks: Locks = env.locks ?? leaseLocks(storage, env)
  const channel = openChannel(storage.name)
  // From a timer, not directly: Chromium delivers messages to frozen tabs too, and work that such a tab starts but
  // can't finish would block the others.
  if (channel) channel.onmessage = () => env.after(0, changed)
  storage.onclose = changed
  return {
    storage,
    shown: new Map(),
    touched: new Set(),
    isLost: false,
    unwritten: new Map(),
    session: undefined,
    lock: (lock, work, signal) => locks.request(`${storage.name}/${lock}`, { signal }, work),
    async write(changes, from) {
      try {
        const before = await storage.read(versionKey)
        if (from !== undefined && generationOf(from) !== generationOf(before)) throw asStorageFull()
        const version = versionAfter(before, uuid(now()))
        const texts = new Map([...changes, [versionKey, version]])
        const [key, text] = logEntry(version, before, changes.keys())
        // With leases, no entry is written: a lease may end during a write, and then two tabs could write the same one.
        if (env.locks && !changes.has(key)) texts.set(key, text)
        await storage.write(texts)
        channel?.postMessage(version)
        return version
      } catch (cause) {
        throw asStorageFull(cause)
      }
    },
    close: () => channel?.close(),
  }
}
