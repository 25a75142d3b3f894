import type { WebStorage } from '#client/index.ts'

/** The stored strings of a device, which all its tabs share. */
export interface Disk {
  readonly entries: Map<string, string>
  /** The number of characters that fit, including keys. */
  room: number
}

/** The process of a page, which a test can kill. */
export interface PageProcess {
  isDead: boolean
  /** The number of single writes left before the page is killed. */
  writesLeft: number
  /** Kills the page. */
  kill(): void
}

/** Thrown by every action of a dead page. */
class Killed extends Error {}

/** A `localStorage` as in browsers, with a quota, for a page that may be killed between any two writes. */
export function webStorageOf(disk: Disk, pageProcess: PageProcess): WebStorage {
  const { entries } = disk
  const assertAlive = () => {
    if (pageProcess.isDead) throw new Killed('the page is dead')
  }
  const write = () => {
    assertAlive()
    if (pageProcess.writesLeft-- > 0) return
    pageProcess.kill()
    assertAlive()
  }
  return {
    get length() {
      assertAlive()
      return entries.size
    },
    key(index) {
      assertAlive()
      return [...entries.keys()][index] ?? null
    },
    getItem(key) {
      assertAlive()
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

/** The number of characters in use, apart from those of one key. */
export function usedOf({ entries }: Disk, except?: string): number {
  let used = 0
  for (const [key, text] of entries) if (key !== except) used += key.length + text.length
  return used
}
