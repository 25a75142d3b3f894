import type { WebStorage } from '#client/index.ts'

/** What a device stores, shared by all tabs. */
export interface Disk {
  readonly entries: Map<string, string>
  /** How many characters fit, including keys. */
  room: number
}

/** How long a page lives. */
export interface Life {
  isDead: boolean
  /** How many more single writes happen before the page is killed. */
  writesLeft: number
  /** Kills the page. */
  die(): void
}

/** The page is dead: nothing that it does has an effect. */
class Killed extends Error {}

/** A `localStorage` as in browsers, with a quota, for a page that may be killed between any two writes. */
export function webStorageOf(disk: Disk, life: Life): WebStorage {
  const { entries } = disk
  const live = () => {
    if (life.isDead) throw new Killed('the page is dead')
  }
  const write = () => {
    live()
    if (life.writesLeft-- > 0) return
    life.die()
    live()
  }
  return {
    get length() {
      live()
      return entries.size
    },
    key(index) {
      live()
      return [...entries.keys()][index] ?? null
    },
    getItem(key) {
      live()
      return entries.get(key) ?? null
    },
    setItem(key, text) {
      write()
      if (usedOf(disk, key) + key.length + text.length > disk.room) {
        throw new DOMException('no room', 'QuotaExceededError')
      }
      entries.set(key, text)
    },
    removeItem(key) {
      write()
      entries.delete(key)
    },
  }
}

/** How many characters are in use, apart from those of one key. */
export function usedOf({ entries }: Disk, except?: string): number {
  let used = 0
  for (const [key, text] of entries) if (key !== except) used += key.length + text.length
  return used
}
