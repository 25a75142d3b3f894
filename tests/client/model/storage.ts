import { localStorageStore, type ReplogStorage, StorageFullError } from '#client/index.ts'
import type { Stage } from './stage.ts'
import { type Disk, type Life, usedOf, webStorageOf } from './web-storage.ts'

/**
 * `web`: the library's own, over `localStorage`. `slow`: one that writes all or nothing but takes its time,
 * like IndexedDB.
 */
export type StorageKind = 'web' | 'slow'

/** The storage of a device as one page sees it. A dead page never gets anything back. */
export function storageOf(
  kind: StorageKind,
  name: string,
  disk: Disk,
  life: Life,
  stage: Stage,
): ReplogStorage {
  const inner =
    kind === 'web' ? localStorageStore(name, webStorageOf(disk, life)) : slow(name, disk, life, stage)
  const lived = <Result>(work: () => Promise<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      const unlessDead = (settle: () => void) => () => {
        stage.stir()
        if (!life.isDead) settle()
      }
      if (life.isDead) return
      work().then(
        (result) => unlessDead(() => resolve(result))(),
        (error) => unlessDead(() => reject(error))(),
      )
    })
  return {
    name,
    read: (key) => lived(() => inner.read(key)),
    load: (prefix) => lived(() => inner.load(prefix)),
    write: (changes) => lived(() => inner.write(changes)),
  }
}

function slow(name: string, disk: Disk, life: Life, stage: Stage): ReplogStorage {
  const { entries } = disk
  const start = `${name}/`
  return {
    name,
    read: async (key) => entries.get(start + key),
    async load(prefix) {
      const found = [...entries].filter(([key]) => key.startsWith(start + prefix))
      return new Map(found.map(([key, text]) => [key.slice(start.length), text]))
    },
    write: (changes) =>
      stage.turn(`${name} stores`, () => {
        if (life.isDead) return
        if (life.writesLeft-- <= 0) return life.die()
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
