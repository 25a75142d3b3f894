import { describe, expect, test } from 'bun:test'
import type { Page } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { inBrowser } from './in-browser.ts'
import {
  enter,
  isAt,
  isReady,
  kill,
  logSets,
  shown,
  skipped,
  startServer,
  workoutsAt,
} from './page-driver.ts'

/** How many bytes of IndexedDB the page may use: enough for a workout. */
const quota = 4_000_000

describe.skipIf(skipped)('a workout logged in Chromium', () => {
  const chromium = inBrowser()

  test.each(['localStorage', 'IndexedDB'])(
    'with %s, through a cut network, a killed server, a reload, a second tab and a full device, loses no set shown as saved',
    async (storage) => {
      const folder = temporaryFolder()
      let { server, address } = await startServer(folder, chromium.origin)
      const restart = async () => {
        ;({ server } = await startServer(folder, chromium.origin, address.port))
      }
      const url = `${chromium.origin}/?storage=${storage}&api=${encodeURIComponent(address.origin)}`
      const saved = new Set<string>()
      const keep = (ids: readonly string[]) => {
        for (const id of ids) saved.add(id)
      }

      // Online: everything works.
      const phone = await chromium.open(url)
      await phone.until(isReady)
      if (storage === 'IndexedDB') await phone.setQuota(quota)
      await enter(phone, 'register')
      keep(await logSets(phone, 3))
      await phone.until(isAt('synced 0 0'))

      // Offline.
      await phone.setOffline(true)
      keep(await logSets(phone, 3))
      await phone.until(isAt('offline 1'))
      await phone.setOffline(false)
      await phone.until(isAt('synced 0 0'))

      // The server dies while sets are being logged and sent.
      const whileDying = logSets(phone, 10)
      await kill(server)
      keep(await whileDying)
      await phone.until(isAt('offline'))

      // The tab is reloaded: what was logged is on the device.
      await phone.reload()
      await phone.until(`${isReady} && ${shown(saved.size)}`)
      keep(await logSets(phone, 2))

      // A second tab sees everything, and both log.
      const second = await chromium.open(url)
      await second.until(`${isReady} && ${shown(saved.size)}`)
      keep(await logSets(second, 2))
      await phone.until(shown(saved.size))
      keep(await logSets(phone, 1))
      await second.until(shown(saved.size))

      // Both log at once while the server comes back.
      const [, fromPhone, fromSecond] = await Promise.all([restart(), logSets(phone, 5), logSets(second, 5)])
      keep([...fromPhone, ...fromSecond])
      await phone.until(isAt('synced 0 0'))
      await second.until(isAt('synced 0 0'))
      await phone.until(shown(saved.size))
      await second.until(shown(saved.size))
      await second.close()

      // The device is full: the page says so, and nothing is half written.
      await fill(phone, storage)
      await phone.value(`document.querySelector('#log').click()`)
      await phone.until(`document.querySelector('#refused')?.textContent === 'full'`)
      await phone.until(shown(saved.size))
      await makeRoom(phone, storage)
      keep(await logSets(phone, 2))
      await phone.until(isAt('synced 0 0'))

      expect((await workoutsAt(address)).map((sets) => sets.toSorted())).toEqual([[...saved].toSorted()])
      await phone.close()
    },
    60_000,
  )
})

/** Fills the origin's storage completely: writes smaller and smaller texts until nothing fits. */
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
