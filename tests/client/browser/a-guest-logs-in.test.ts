import { afterEach, describe, expect, test } from 'bun:test'
import { createReplogClient } from '#generated/client.ts'
import { endProcesses } from '#tests/server/process.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import {
  authenticate,
  click,
  credentials,
  hasStatus,
  isReady,
  isSkipped,
  logSets,
  savedIn,
  shownIn,
  showsSets,
  startServer,
  workoutsAt,
} from './page-driver.ts'
import { servePage } from './serve-page.ts'

const cleanups: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp()
  await endProcesses()
})

describe.skipIf(isSkipped)('a guest in Chromium', () => {
  for (const [storage, account] of [
    ['localStorage', 'new'],
    ['IndexedDB', 'existing'],
  ] as const) {
    test(`keeps exactly one copy of each set in ${storage} when logging in to a ${account} account while another tab logs`, async () => {
      const pages = await servePage()
      cleanups.push(pages.stop)
      const folder = temporaryFolder()
      const { server, address } = await startServer(folder, pages.origin)
      const client = createReplogClient({ baseUrl: address.origin })
      if (account === 'existing') await client.POST('/api/auth/register', { body: credentials })
      server.process.kill('SIGKILL')
      await server.process.exited
      const url = `${pages.origin}/?${new URLSearchParams({ storage, api: address.origin, guest: 'on' })}`
      const profile = temporaryFolder()
      let browser = await startBrowser(profile)
      cleanups.push(() => browser.kill())
      let page = await browser.openHidden(url)
      await page.until(isReady)
      await page.until(hasStatus('guest 0 0 ok'))
      const saved = await logSets(page, 4)
      if (storage === 'IndexedDB') {
        await browser.kill()
        browser = await startBrowser(profile)
        page = await browser.openHidden(url)
        await page.until(`${isReady} && ${showsSets(4)}`)
        expect(await shownIn(page)).toEqual(saved)
      }
      const second = await browser.openHidden(url)
      await second.until(`${isReady} && ${showsSets(4)}`)
      await startServer(folder, pages.origin, address.port)
      await click(second, 5)
      const loggingIn = authenticate(page, account === 'new' ? 'register' : 'logIn')
      await click(second, 5)
      await loggingIn
      await logSets(page, 1)
      await second.until(`document.querySelectorAll('#saved li').length === 10`)
      expect(await second.value(`document.querySelectorAll('#failed li').length`)).toBe(0)
      const allSaved = new Set([...saved, ...(await savedIn(page)), ...(await savedIn(second))])
      expect(allSaved.size).toBe(15)
      for (const tab of [page, second]) await tab.until(`${hasStatus('synced 0 0')} && ${showsSets(15)}`)
      const sets = (await workoutsAt(address)).flat()
      expect(sets.toSorted()).toEqual([...allSaved].toSorted())
    }, 90_000)
  }
})
