import { describe, expect, test } from 'bun:test'
import type { Page } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { inBrowser } from './in-browser.ts'
import {
  authenticate,
  hasStatus,
  isReady,
  isSkipped,
  kill,
  logSets,
  showsSets,
  startServer,
  workoutsAt,
} from './page-driver.ts'

/** The number of bytes that the page may use in IndexedDB, enough for a workout. */
const quota = 4_000_000

describe.skipIf(isSkipped)('a workout logged in Chromium', () => {
  const chromium = inBrowser({ onDisk: true })

  test.each(['localStorage', 'IndexedDB'])(
    'with %s loses no saved set through network and server outages, a reload, a second tab and full storage',
    async (storage) => {
      const folder = temporaryFolder()
      let { server, address } = await startServer(folder, chromium.origin)
      const restart = async () => {
        ;({ server } = await startServer(folder, chromium.origin, address.port))
      }
      const url = `${chromium.origin}/?storage=${storage}&api=${encodeURIComponent(address.origin)}`
      const saved = new Set<string>()
      const addSaved = (ids: readonly string[]) => {
        for (const id of ids) saved.add(id)
      }

      // Online: everything works.
      const phone = await chromium.open(url)
      await phone.until(isReady)
      if (storage === 'IndexedDB') await phone.setQuota(quota)
      await authenticate(phone, 'register')
      addSaved(await logSets(phone, 3))
      await phone.until(hasStatus('synced 0 0'))

      // Offline.
      await phone.setOffline(true)
      addSaved(await logSets(phone, 3))
      await phone.until(hasStatus('offline 1'))
      await phone.setOffline(false)
      await phone.until(hasStatus('synced 0 0'))

      // The server dies while sets are being logged and sent.
      const loggingDuringKill = logSets(phone, 10)
      await kill(server)
      addSaved(await loggingDuringKill)
      await phone.until(hasStatus('offline'))

      // After a reload, the logged sets are on the device.
      await phone.reload()
      await phone.until(`${isReady} && ${showsSets(saved.size)}`)
      addSaved(await logSets(phone, 2))

      // A second tab sees everything, and both log.
      const second = await chromium.open(url)
      await second.until(`${isReady} && ${showsSets(saved.size)}`)
      addSaved(await logSets(second, 2))
      await phone.until(showsSets(saved.size))
      addSaved(await logSets(phone, 1))
      await second.until(showsSets(saved.size))

      // Both log at once while the server comes back.
      const [, fromPhone, fromSecond] = await Promise.all([restart(), logSets(phone, 5), logSets(second, 5)])
      addSaved([...fromPhone, ...fromSecond])
      await phone.until(hasStatus('synced 0 0'))
      await second.until(hasStatus('synced 0 0'))
      await phone.until(showsSets(saved.size))
      await second.until(showsSets(saved.size))
      await second.close()

      // When the storage is full, the page says so, and nothing is partly written.
      await fill(phone, storage)
      await phone.value(`document.querySelector('#log').click()`)
      await phone.until(`document.querySelector('#failed')?.textContent === 'full'`)
      await phone.until(showsSets(saved.size))
      await makeRoom(phone, storage)
      addSaved(await logSets(phone, 2))
      await phone.until(hasStatus('synced 0 0'))

      expect((await workoutsAt(address)).map((sets) => sets.toSorted())).toEqual([[...saved].toSorted()])
      await phone.close()
    },
    60_000,
  )
})

/** Fills the origin's storage completely by writing shorter and shorter strings until none fits. */
function fill(page: Page, storage: string): Promise<unknown> {
  const write = storage === 'localStorage' ? `localStorage.setItem('filler' + part, text)` : fillIndexedDb
  return page.value(`(async () => {
    for (let size = 1 << 22, part = 0; size > 0; part++) {
      const text = 'x'.repeat(size)
      try { ${write} } catch { size >>= 1 }
    }
  })()`)
}

function makeRoom(page: Page, storage: string): Promise<unknown> {
  return page.value(
    storage === 'localStorage'
      ? `for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key)`
      : `new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase('filler')
          request.onsuccess = () => resolve()
          request.onerror = () => reject(request.error)
        })`,
  )
}

/** Writes `text` into a database of its own and closes it each time, so that it can be deleted. */
const fillIndexedDb = `await new Promise((written, failed) => {
  const opening = indexedDB.open('filler', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('texts')
  opening.onerror = () => failed(opening.error)
  opening.onsuccess = () => {
    const database = opening.result
    const transaction = database.transaction('texts', 'readwrite')
    transaction.objectStore('texts').put(text, part)
    transaction.oncomplete = () => written(database.close())
    transaction.onabort = () => failed(database.close())
  }
})`
