import { afterEach, describe, expect, test } from 'bun:test'
import { createReplogClient } from '#generated/client.ts'
import { endProcesses } from '#tests/server/process.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import {
  credentials,
  enter,
  isAt,
  isReady,
  logSets,
  savedIn,
  shown,
  shownIn,
  skipped,
  startServer,
  tap,
  workoutsAt,
} from './page-driver.ts'
import { servePage } from './serve-page.ts'

const endings: (() => unknown)[] = []

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
  await endProcesses()
})

describe.skipIf(skipped)('a guest in Chromium', () => {
  for (const [storage, account] of [
    ['localStorage', 'new'],
    ['IndexedDB', 'existing'],
  ] as const) {
    test(`with ${storage} logs with no server, is killed, and signs in to a ${account} account while another tab logs: every saved set is there once`, async () => {
      const pages = await servePage()
      endings.push(pages.stop)
      const folder = temporaryFolder()
      const { server, address } = await startServer(folder, pages.origin)
      const client = createReplogClient({ baseUrl: address.origin })
      if (account === 'existing') await client.POST('/api/auth/register', { body: credentials })
      server.process.kill('SIGKILL')
      await server.process.exited
      const url = `${pages.origin}/?${new URLSearchParams({ storage, api: address.origin, guest: 'on' })}`
      const profile = temporaryFolder()
      let browser = await startBrowser(profile)
      endings.push(() => browser.kill())
      let page = await browser.open(url)
      await page.until(isReady)
      await page.until(isAt('guest 0 0 sound'))
      const saved = await logSets(page, 4)
      if (storage === 'IndexedDB') {
        await browser.kill()
        browser = await startBrowser(profile)
        page = await browser.open(url)
        await page.until(`${isReady} && ${shown(4)}`)
        expect(await shownIn(page)).toEqual(saved)
      }
      const second = await browser.open(url)
      await second.until(`${isReady} && ${shown(4)}`)
      await startServer(folder, pages.origin, address.port)
      await tap(second, 5)
      const entered = enter(page, account === 'new' ? 'register' : 'logIn')
      await tap(second, 5)
      await entered
      await logSets(page, 1)
      await second.until(`document.querySelectorAll('#saved li').length === 10`)
      expect(await second.value(`document.querySelectorAll('#refused li').length`)).toBe(0)
      const all = new Set([...saved, ...(await savedIn(page)), ...(await savedIn(second))])
      expect(all.size).toBe(15)
      for (const tab of [page, second]) await tab.until(`${isAt('synced 0 0')} && ${shown(15)}`)
      const sets = (await workoutsAt(address)).flat()
      expect(sets.toSorted()).toEqual([...all].toSorted())
    }, 90_000)
  }
})
