import { afterAll, afterEach, beforeAll, describe, expect, test } from 'bun:test'
import { endProcesses } from '../../server/process.ts'
import { type Browser, startBrowser } from '../../support/browser.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { enter, isAt, isReady, logSets, shown, skipped, startServer, workoutsAt } from './logging.ts'
import { type PageServer, servePage } from './serve-page.ts'

describe.skipIf(skipped)('a tab that Chromium has frozen', () => {
  let pages: PageServer
  let browser: Browser

  beforeAll(async () => {
    pages = await servePage()
    browser = await startBrowser()
  }, 60_000)
  afterEach(endProcesses)
  afterAll(async () => {
    await browser?.close()
    await pages?.stop()
  })

  test.each(['localStorage', 'IndexedDB'])(
    'with %s does not hold up another one, and has it all when it goes on',
    async (storage) => {
      const { address } = await startServer(temporaryFolder(), pages.origin)
      const url = `${pages.origin}/?${new URLSearchParams({ storage, api: address.origin })}`
      const tab = await browser.open(url)
      await tab.until(isReady)
      await enter(tab, 'register')
      await logSets(tab, 1)
      await tab.until(isAt('synced 0 0'))
      // Chromium doesn't freeze tabs that hold a lock, as a tab does during a sync. The only lock here is
      // that of the stream, which the first tab holds.
      const frozen = await browser.open(`${url}&auto=off`)
      await frozen.until(`${isReady} && ${shown(1)}`)
      await frozen.until(`navigator.locks.query().then(({ held }) => held.length === 1)`)
      await frozen.setFrozen(true)
      // One at a time, so that the tabs are told of each before the next one begins.
      for (let count = 0; count < 3; count++) await logSets(tab, 1)
      await tab.until(isAt('synced 0 0'))
      expect((await workoutsAt(address)).map((sets) => sets.length)).toEqual([4])
      await frozen.setFrozen(false)
      await frozen.until(shown(4))
      await tab.close()
      await frozen.close()
    },
    60_000,
  )
})
