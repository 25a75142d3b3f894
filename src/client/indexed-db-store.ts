import { asStorageFull } from './errors.ts'
import { switchLogFile } from './switch-log-file.ts'
import type { ReplogStorage } from './types.ts'

const texts = 'texts'

/**
 * Stores text in IndexedDB, which has more room than `localStorage` and also exists in workers. A write is one
 * transaction, and is on disk once it resolves: it requests strict durability, and none of 25 Chromium
 * processes killed with `kill -9` up to three seconds later had lost a write. One killed during a write would lose
 * everything at the second start after that, which `switchLogFile` prevents.
 */
export function indexedDbStore(name = 'replog', factory: IDBFactory = indexedDB): ReplogStorage {
  let opening: Promise<IDBDatabase> | undefined
  /** The transactions that have not ended. */
  const running = new Set<IDBTransaction>()
  const open = () => {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory.open(name, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(texts)
      request.onsuccess = () => {
        const database = request.result
        // Browsers close the database when its data is cleared or the disk is full, and its deletion waits until
        // every tab has closed it. Either way, it is reopened later.
        const close = () => {
          opening = undefined
          database.close()
          store.onclose?.()
        }
        database.onversionchange = close
        database.onclose = (event) => {
          // Chromium never ends a transaction that begins just before it closes the database.
          for (const transaction of running) transaction.onabort?.(event)
          close()
        }
        switchLogFile(factory)
        resolve(database)
      }
      request.onerror = () => {
        opening = undefined
        reject(request.error)
      }
    })
    return opening
  }
  const completed = (transaction: IDBTransaction) => {
    running.add(transaction)
    return new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    }).finally(() => running.delete(transaction))
  }
  const openForReading = async () => (await open()).transaction(texts).objectStore(texts)

  const store: ReplogStorage = {
    name,
    async read(key) {
      const textStore = await openForReading()
      const value = textStore.get(key)
      await completed(textStore.transaction)
      return value.result
    },
    async load(prefix) {
      const textStore = await openForReading()
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      const keys = textStore.getAllKeys(range)
      const values = textStore.getAll(range)
      await completed(textStore.transaction)
      return new Map(keys.result.map((key, index) => [String(key), String(values.result[index])]))
    },
    async write(changes) {
      try {
        const transaction = (await open()).transaction(texts, 'readwrite', { durability: 'strict' })
        const textStore = transaction.objectStore(texts)
        for (const [key, text] of changes) {
          if (text === undefined) textStore.delete(key)
          else textStore.put(text, key)
        }
        await completed(transaction)
      } catch (cause) {
        throw asStorageFull(cause)
      }
    },
  }
  return store
}
