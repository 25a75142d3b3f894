import { afterEach, describe, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { type Page, startBrowser } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { type Disk, disks } from './full-disk.ts'
import {
  enter,
  isAt,
  isReady,
  logSets,
  savedIn,
  shown,
  skipped,
  startServer,
  tap,
  workoutsAt,
} from './page-driver.ts'
import { servePage } from './serve-page.ts'

const storageIs = (problem: string) =>
  `document.querySelector('#status')?.textContent.endsWith(' ${problem}')`
const answered = `document.querySelectorAll('#saved li, #refused li').length`

/** Taps until a set is refused. Resolves to the ids of all sets that were shown as saved. */
async function logUntilRefused(page: Page): Promise<string[]> {
  let taps = Number(await page.value(answered))
  while ((await page.value(`document.querySelector('#refused li') === null`)) === true) {
    await tap(page, 5)
    taps += 5
    await page.until(`${answered} >= ${taps}`)
    if (taps > 500) throw new Error('no set is refused')
  }
  expect(await page.value(`document.querySelector('#refused li')?.textContent`)).toBe('full')
  return savedIn(page)
}

describe.skipIf(skipped)('a page in Chromium with IndexedDB', () => {
  const endings: (() => unknown)[] = []
  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end()
    await endProcesses()
  })

  /** A page with five sets of which the server has none. */
  async function open(disk: Disk) {
    endings.push(disk.remove)
    const pages = await servePage()
    endings.push(pages.stop)
    const { address } = await startServer(temporaryFolder(), pages.origin)
    const browser = await startBrowser(disk.profile)
    endings.push(browser.kill)
    const url = `${pages.origin}/?${new URLSearchParams({ storage: 'IndexedDB', api: address.origin })}`
    const page = await browser.open(url)
    await page.until(isReady)
    await enter(page, 'register')
    await page.until(isAt('synced 0 0'))
    await page.setOffline(true)
    await logSets(page, 5)
    return { page, browser, address, url }
  }

  for (const [name, create] of disks()) {
    test(`${name}: keeps every saved set in memory, says so, and stores them when there is room`, async () => {
      const disk = create()
      const { page, browser, address, url } = await open(disk)
      await disk.fill(page)
      const saved = await logUntilRefused(page)
      await page.until(storageIs('lost'))
      await page.until(shown(saved.length))
      // It retries from time to time, and is offline once a retry has failed.
      await page.until(`/^offline [12] 0 lost$/.test(document.querySelector('#status')?.textContent)`)
      await disk.makeRoom(page)
      await page.until(storageIs('sound'))
      // Another tab, which can't have pulled them, reads them from the disk.
      const other = await browser.open(`${url}&auto=off`)
      await other.until(`${isReady} && ${shown(saved.length)}`)
      await page.setOffline(false)
      await page.until(isAt('synced 0 0'))
      expect((await workoutsAt(address)).map((sets) => sets.toSorted())).toEqual([saved.toSorted()])
    }, 60_000)

    test(`${name}: sends every saved set from memory while there is no room`, async () => {
      const disk = create()
      const { page, address } = await open(disk)
      await disk.fill(page)
      const saved = await logUntilRefused(page)
      await page.until(storageIs('lost'))
      await page.setOffline(false)
      await page.until(isAt('synced 0 0 lost'))
      await page.until(shown(saved.length))
      expect((await workoutsAt(address)).map((sets) => sets.toSorted())).toEqual([saved.toSorted()])
    }, 60_000)
  }

  test('data cleared while there is room: writes everything back, and is not signed out', async () => {
    const { page, browser, url } = await open({ ...noDisk, profile: temporaryFolder() })
    await page.clearData()
    const saved = await logSets(page, 2)
    expect(saved).toHaveLength(7)
    await page.until(`${shown(7)} && ${storageIs('sound')}`)
    const other = await browser.open(`${url}&auto=off`)
    await other.until(`${isReady} && ${shown(7)}`)
  }, 60_000)
})

const noDisk = { fill: async () => {}, makeRoom: async () => {}, remove: () => {} }
