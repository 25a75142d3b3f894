import type { WebStorage } from '#client/index.ts'

/** A `localStorage` for a test. */
export interface TestStorage extends WebStorage {
  readonly entries: Map<string, string>
  /** How many characters fit, including keys. */
  room: number
  /** After this many more writes the page is dead: nothing that it does has an effect. */
  writesLeft: number
  /** How many writes there were. */
  writes: number
}

/** The page was killed: its next actions don't happen. */
class Killed extends Error {}

/** Behaves as in browsers, with a quota, and is killed at a chosen write. */
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
      for (const [other, held] of entries) if (other !== key) used += other.length + held.length
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
