import type { WebStorage } from '#client/index.ts'

/** A `localStorage` for a test. */
export interface TestStorage extends WebStorage {
  readonly entries: Map<string, string>
  /** The number of characters that fit, including keys. */
  room: number
  /** The number of writes after which the page is killed. From then on, nothing it does has an effect. */
  writesLeft: number
  /** The number of writes so far. */
  writes: number
}

/** Thrown by every write after the page was killed. */
class Killed extends Error {}

/** A `localStorage` with a quota, whose page can be killed at a chosen write. */
export function webStorage(entries = new Map<string, string>()): TestStorage {
  const storage: TestStorage = {
    entries,
    room: Number.POSITIVE_INFINITY,
    writesLeft: Number.POSITIVE_INFINITY,
    writes: 0,
    get length() {
      return entries.size
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem(key, text) {
      count()
      let used = key.length + text.length
      for (const [other, stored] of entries) if (other !== key) used += other.length + stored.length
      if (used > storage.room) throw new DOMException('no room', 'QuotaExceededError')
      entries.set(key, text)
    },
    removeItem(key) {
      count()
      entries.delete(key)
    },
  }
  const count = () => {
    if (storage.writesLeft <= 0) throw new Killed('the page is dead')
    storage.writesLeft--
    storage.writes++
  }
  return storage
}
