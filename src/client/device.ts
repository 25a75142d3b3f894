import { uuid } from './ids.ts'
import { leases } from './leases.ts'
import type { Content } from './merge.ts'
import type { Environment, Locks, ReplogStorage } from './types.ts'

/** The storage as the tabs of this device share it. */
export interface Device {
  readonly storage: ReplogStorage
  /** What this page has shown, by id and stamps: for whoever puts it again. */
  readonly shown: Map<string, Content>
  /** Runs work while no other tab has the lock. */
  lock<Result>(name: string, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>
  /** Stores changes at once, and tells the other tabs. The caller holds the lock `write`. Gives back the new version. */
  write(changes: ReadonlyMap<string, string | undefined>): Promise<string>
  close(): void
}

/** The key of the version: another text after each write. */
export const versionKey = 'v'

/** @param changed called when another tab has written */
export function openDevice(storage: ReplogStorage, env: Environment, changed: () => void): Device {
  const { now, openChannel } = env
  const shared: Locks = env.locks ?? leases(storage, env)
  const channel = openChannel(storage.name)
  // Not at once but by a timer: Chromium hands messages to a frozen tab too, which would then hold up the others by what it began.
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
