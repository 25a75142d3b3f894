import { uuid } from './ids.ts'
import { leases } from './leases.ts'
import type { Content } from './merge.ts'
import type { Environment, Locks, ReplogStorage } from './types.ts'

/** The storage, as the tabs of this device share it. */
export interface Device {
  readonly storage: ReplogStorage
  /** What this page has shown, by id and stamps, in case it is put again. */
  readonly shown: Map<string, Content>
  /** Runs work while no other tab holds the lock. */
  lock<Result>(name: string, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>
  /**
   * Stores all changes at once and tells the other tabs. The caller holds the lock `write`. Resolves to the
   * new version.
   */
  write(changes: ReadonlyMap<string, string | undefined>): Promise<string>
  close(): void
}

/** The key of the version: a text that is different after each write. */
export const versionKey = 'v'

/** @param changed called when another tab has written something */
export function openDevice(storage: ReplogStorage, env: Environment, changed: () => void): Device {
  const { now, openChannel } = env
  const shared: Locks = env.locks ?? leases(storage, env)
  const channel = openChannel(storage.name)
  // From a timer, not directly: Chromium delivers messages to frozen tabs too, and what such a tab begins but
  // can't finish would hold up the others.
  if (channel) channel.onmessage = () => env.after(0, changed)
  return {
    storage,
    shown: new Map(),
    lock: (lock, work, signal) => shared.request(`${storage.name}/${lock}`, { signal }, work),
    async write(changes) {
      const version = uuid(now())
      await storage.write(new Map([...changes, [versionKey, version]]))
      channel?.postMessage(version)
      return version
    },
    close: () => channel?.close(),
  }
}
