import { asStorageFull } from './errors.ts'
import type { ReplogStorage } from './types.ts'

/** The part of `localStorage` that is used. */
export type WebStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * Stores text in `localStorage`, which sets one key at a time. A write of several keys is therefore first stored as one
 * entry, a journal, and then copied to the keys, by the next page if this one dies.
 *
 * Writes survive a crash of the tab, but not always of the browser: Chromium writes to disk after seconds to minutes
 * (5 s after the first write, then about once a minute, later after large writes), and a page can't speed that up. If
 * the browser is killed before that, for example by a dead battery, it restarts with the earlier state: 20 of 20
 * browsers killed within three seconds of a write had lost it. `indexedDbStore()` doesn't lose writes this way.
 *
 * @param name of the storage: each key starts with it
 * @param web the page's own by default
 */
export function localStorageStore(
  name = 'replog',
  web: WebStorage | undefined = globalThis.localStorage,
): ReplogStorage {
  if (!web) throw new Error('no localStorage: pass storage')
  const journalKey = `${name}-journal`
  const keyPrefix = `${name}/`

  const setText = (key: string, text?: string | null) => {
    try {
      if (text == null) web.removeItem(key)
      else web.setItem(key, text)
    } catch (cause) {
      throw asStorageFull(cause)
    }
  }
  const readJournal = (): Map<string, string | null> => {
    const text = web.getItem(journalKey) ?? '[]'
    try {
      return new Map(JSON.parse(text))
    } catch {
      // The journal is damaged. It is stored as an unreadable record of the user, so that the problem is reported and
      // everything is pulled again.
      const [, user = ''] = /"id":"([^"]+)/.exec(web.getItem(`${keyPrefix}session`) ?? '') ?? []
      setText(`${keyPrefix}${user}/outbox/journal`, text)
      setText(journalKey)
      return new Map()
    }
  }
  const applyJournal = () => {
    for (const [key, text] of readJournal()) setText(keyPrefix + key, text)
    setText(journalKey)
  }

  return {
    name,
    async read(key) {
      const newer = readJournal().get(key)
      return (newer === undefined ? web.getItem(keyPrefix + key) : newer) ?? undefined
    },
    async load(prefix) {
      const entries = new Map<string, string>()
      for (let index = 0; index < web.length; index++) {
        const key = web.key(index)
        if (key?.startsWith(keyPrefix + prefix))
          entries.set(key.slice(keyPrefix.length), web.getItem(key) ?? '')
      }
      for (const [key, text] of readJournal()) {
        if (text === null) entries.delete(key)
        else if (`${key}`.startsWith(prefix)) entries.set(key, text)
      }
      return entries
    },
    async write(changes) {
      applyJournal()
      // A single key needs no journal.
      if (changes.size === 1) for (const [key, text] of changes) return setText(keyPrefix + key, text)
      // In JSON, null marks a key to remove.
      setText(journalKey, JSON.stringify([...changes]))
      try {
        applyJournal()
      } catch {
        // The journal is stored. It is copied to the keys before the next write, which fails if storage is still full.
      }
    },
  }
}
