import { localStorageStore, type ReplogStorage, StorageFullError } from '#client/index.ts'
import type { PendingEvents } from './pending-events.ts'
import { type Disk, type PageProcess, usedOf, webStorageOf } from './web-storage.ts'

/**
 * `web` is the library's storage over `localStorage`. `slow` is asynchronous and writes all or nothing, like IndexedDB.
 */
export type StorageKind = 'web' | 'slow'

/** The storage of a device for one page. It never responds to a dead page. */
export function storageOf(
  kind: StorageKind,
  name: string,
  disk: Disk,
  pageProcess: PageProcess,
  events: PendingEvents,
): ReplogStorage {
  const inner =
    kind === 'web'
      ? localStorageStore(name, webStorageOf(disk, pageProcess))
      : slow(name, disk, pageProcess, events)
  const whileAlive = <Result>(work: () => Promise<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      const unlessDead = (settle: () => void) => () => {
        events.recordProgress()
        if (!pageProcess.isDead) settle()
      }
      if (pageProcess.isDead) return
      work().then(
        (result) => unlessDead(() => resolve(result))(),
        (error) => unlessDead(() => reject(error))(),
      )
    })
  return {
    name,
    read: (key) => whileAlive(() => inner.read(key)),
    load: (prefix) => whileAlive(() => inner.load(prefix)),
    write: (changes) => whileAlive(() => inner.write(changes)),
  }
}

function slow(name: string, disk: Disk, pageProcess: PageProcess, events: PendingEvents): ReplogStorage {
  const { entries } = disk
  const start = `${name}/`
  return {
    name,
    read: async (key) => entries.get(start + key),
    async load(prefix) {
      const matches = [...entries].filter(([key]) => key.startsWith(start + prefix))
      return new Map(matches.map(([key, text]) => [key.slice(start.length), text]))
    },
    write: (changes) =>
      events.turn(`${name} stores`, () => {
        if (pageProcess.isDead) return
        if (pageProcess.writesLeft-- <= 0) return pageProcess.kill()
        let needed = usedOf(disk)
        for (const [key, text] of changes) {
          const full = start + key
          const old = entries.get(full)
          if (old !== undefined) needed -= full.length + old.length
          if (text !== undefined) needed += full.length + text.length
        }
        if (needed > disk.room) throw new StorageFullError('no room')
        for (const [key, text] of changes) {
          if (text === undefined) entries.delete(start + key)
          else entries.set(start + key, text)
        }
      }),
  }
}
