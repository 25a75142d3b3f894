import { StorageFullError } from './errors.ts'
import type { ReplogStorage } from './types.ts'

const texts = 'texts'

/**
 * Keeps text in IndexedDB: more room than `localStorage`, and there in workers. A write is one transaction, which has resolved when it is
 * on disk: it asks for strict durability, and of 25 Chromium processes killed with `kill -9` up to three seconds later none had lost one.
 */
export function indexedDbStore(name = 'replog', factory: IDBFactory = indexedDB): ReplogStorage {
  let opening: Promise<IDBDatabase> | undefined
  const open = () => {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory.open(name, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(texts)
      request.onsuccess = () => {
        const database = request.result
        // Browsers close it when its data is cleared, and whoever deletes it waits until all have: then it is opened anew.
        database.onclose = database.onversionchange = () => {
          opening = undefined
          database.close()
        }
        resolve(database)
      }
      request.onerror = () => {
        opening = undefined
        reject(request.error)
      }
    })
    return opening
  }

  const store: ReplogStorage = {
    name,
    async read(key) {
      return (await store.load(key)).get(key)
    },
    async load(prefix) {
      const all = (await open()).transaction(texts).objectStore(texts)
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      const keys = all.getAllKeys(range)
      const values = all.getAll(range)
      await done(all.transaction)
      return new Map(keys.result.map((key, index) => [String(key), String(values.result[index])]))
    },
    async write(changes) {
      const transaction = (await open()).transaction(texts, 'readwrite', { durability: 'strict' })
      const all = transaction.objectStore(texts)
      for (const [key, text] of changes) {
        if (text === undefined) all.delete(key)
        else all.put(text, key)
      }
      await done(transaction)
    },
  }
  return store
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => {
      const cause = transaction.error
      reject(cause?.name === 'QuotaExceededError' ? new StorageFullError('full', { cause }) : cause)
    }
  })
}
