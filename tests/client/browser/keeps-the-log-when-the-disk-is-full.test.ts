import { afterEach, describe, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { type Page, startBrowser } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { type Disk, disks } from './full-disk.ts'
import {
  authenticate,
  click,
  hasStatus,
  isReady,
  isSkipped,
  logSets,
  savedIn,
  showsSets,
  startServer,
  workoutsAt,
} from './page-driver.ts'
import { servePage } from './serve-page.ts'

const storageIs = (problem: string) =>
  `document.querySelector('#status')?.textContent.endsWith(' ${problem}')`
const attempts = `document.querySelectorAll('#saved li, #failed li').length`

/** Logs sets until one can't be saved. Resolves to the ids of all sets that were shown as saved. */
async function logUntilFull(page: Page): Promise<string[]> {
  let clicks = Number(await page.value(attempts))
  while ((await page.value(`document.querySelector('#failed li') === null`)) === true) {
    await click(page, 5)
    clicks += 5
    await page.until(`${attempts} >= ${clicks}`)
    if (clicks > 500) throw new Error('every set was saved')
  }
  expect(await page.value(`document.querySelector('#failed li')?.textContent`)).toBe('full')
  return savedIn(page)
}

describe.skipIf(isSkipped)('a page in Chromium with IndexedDB', () => {
  const cleanups: (() => unknown)[] = []
  afterEach(async () => {
    for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp()
    await endProcesses()
  })

  /** A page with five sets that are not yet on the server. */
  async function open(disk: Disk) {
    cleanups.push(disk.remove)
    const pages = await servePage()
    cleanups.push(pages.stop)
    const { address } = await startServer(temporaryFolder(), pages.origin)
    const browser = await startBrowser(disk.profile)
    cleanups.push(browser.kill)
    const url = `${pages.origin}/?${new URLSearchParams({ storage: 'IndexedDB', api: address.origin })}`
    const page = await browser.openHidden(url)
    await page.until(isReady)
    await authenticate(page, 'register')
    await page.until(hasStatus('synced 0 0'))
    await page.setOffline(true)
    await logSets(page, 5)
    return { page, browser, address, url }
  }

  for (const [name, create] of disks()) {
    test(`${name}: saved sets stay in memory, and are stored when there is room again`, async () => {
      const disk = create()
      const { page, browser, address, url } = await open(disk)
      await disk.fill(page)
      const saved = await logUntilFull(page)
      await page.until(storageIs('lost'))
      await page.until(showsSets(saved.length))
      // The page retries repeatedly, and reports that it is offline after a retry has failed.
      await page.until(`/^offline [12] 0 lost$/.test(document.querySelector('#status')?.textContent)`)
      await disk.makeRoom(page)
      await page.until(storageIs('ok'))
      // Another tab doesn't sync, so it can only have read the sets from the disk.
      const other = await browser.openHidden(`${url}&auto=off`)
      await other.until(`${isReady} && ${showsSets(saved.length)}`)
      await page.setOffline(false)
      await page.until(hasStatus('synced 0 0'))
      expect((await workoutsAt(address)).map((sets) => sets.toSorted())).toEqual([saved.toSorted()])
    }, 60_000)

    test(`${name}: saved sets are sent from memory`, async () => {
      const disk = create()
      const { page, address } = await open(disk)
      await disk.fill(page)
      const saved = await logUntilFull(page)
      await page.until(storageIs('lost'))
      await page.setOffline(false)
      await page.until(hasStatus('synced 0 0 lost'))
      await page.until(showsSets(saved.length))
      expect((await workoutsAt(address)).map((sets) => sets.toSorted())).toEqual([saved.toSorted()])
    }, 60_000)
  }

  test('data cleared on a disk with space: everything is written back, and the user stays logged in', async () => {
    const { page, browser, url } = await open({ ...noDisk, profile: temporaryFolder() })
    await page.clearData()
    const saved = await logSets(page, 2)
    expect(saved).toHaveLength(7)
    await page.until(`${showsSets(7)} && ${storageIs('ok')}`)
    const other = await browser.openHidden(`${url}&auto=off`)
    await other.until(`${isReady} && ${showsSets(7)}`)
  }, 60_000)
})

const noDisk = { fill: async () => {}, makeRoom: async () => {}, remove: () => {} }
