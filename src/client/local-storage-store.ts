import { StorageFullError } from './errors.ts'
import type { ReplogStorage } from './types.ts'

/** What is needed of the page's `localStorage`. */
export type WebStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * Keeps text in `localStorage`, which sets one key at a time. So a write of several keys is first one entry, a journal: from then
 * on it counts. It is folded into the keys afterwards, by the next page if this one dies.
 *
 * What is written outlives the tab, but not at once the browser: Chromium brings it to disk seconds to minutes later (5 s after the first
 * write, then about once a minute, and later yet after much was written), and nothing that a page can do hastens that. A browser
 * killed in between, as by a dead battery, comes back as it was before: 20 of 20 that were killed within three seconds of a write had
 * lost it. `indexedDbStore()` loses nothing so.
 *
 * @param name of the storage: each key starts with it
 * @param web the page's own without it
 */
export function localStorageStore(name = 'replog', web: WebStorage = localStorage): ReplogStorage {
  const journalKey = `${name}-journal`
  const start = `${name}/`

  const set = (key: string, text?: string | null) => {
    try {
      if (text == null) web.removeItem(key)
      else web.setItem(key, text)
    } catch (cause) {
      throw new StorageFullError('full', { cause })
    }
  }
  const journal = (): Map<string, string | null> => {
    const text = web.getItem(journalKey) ?? '[]'
    try {
      return new Map(JSON.parse(text))
    } catch {
      // Not by setItem. It is left as a record of the user's that can't be read: so it is told, and everything pulled again.
      const [, user = ''] = /"id":"([^"]+)/.exec(web.getItem(`${start}session`) ?? '') ?? []
      set(`${start}${user}/outbox/journal`, text)
      set(journalKey)
      return new Map()
    }
  }
  const fold = () => {
    for (const [key, text] of journal()) set(start + key, text)
    set(journalKey)
  }

  return {
    name,
    async read(key) {
      const newer = journal().get(key)
      return (newer === undefined ? web.getItem(start + key) : newer) ?? undefined
    },
    async load(prefix) {
      const found = new Map<string, string>()
      for (let index = 0; index < web.length; index++) {
        const key = web.key(index)
        if (key?.startsWith(start + prefix)) found.set(key.slice(start.length), web.getItem(key) ?? '')
      }
      for (const [key, text] of journal()) {
        if (text === null) found.delete(key)
        else if (`${key}`.startsWith(prefix)) found.set(key, text)
      }
      return found
    },
    async write(changes) {
      fold()
      // One alone needs no journal.
      if (changes.size === 1) for (const [key, text] of changes) return set(start + key, text)
      // JSON has null for what is to be removed.
      set(journalKey, JSON.stringify([...changes]))
      try {
        fold()
      } catch {
        // It is stored, and folded before the next write; without room even then, that one fails.
      }
    },
  }
}
