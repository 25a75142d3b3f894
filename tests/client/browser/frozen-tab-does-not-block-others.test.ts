import { describe, expect, test } from 'bun:test'
import { temporaryFolder } from '#tests/support/folder.ts'
import { inBrowser } from './in-browser.ts'
import { enter, isAt, isReady, logSets, shown, skipped, startServer, workoutsAt } from './page-driver.ts'

describe.skipIf(skipped)('a tab frozen by Chromium', () => {
  const chromium = inBrowser()

  test.each(['localStorage', 'IndexedDB'])(
    'with %s does not block another one, and has everything once it resumes',
    async (storage) => {
      const { address } = await startServer(temporaryFolder(), chromium.origin)
      const url = `${chromium.origin}/?${new URLSearchParams({ storage, api: address.origin })}`
      const tab = await chromium.open(url)
      await tab.until(isReady)
      await enter(tab, 'register')
      await logSets(tab, 1)
      await tab.until(isAt('synced 0 0'))
      // Chromium doesn't freeze tabs that hold a lock, as a tab does during a sync. The only lock here is
      // that of the stream, which the first tab holds.
      const frozen = await chromium.open(`${url}&auto=off`)
      await frozen.until(`${isReady} && ${shown(1)}`)
      await frozen.until(`navigator.locks.query().then(({ held }) => held.length === 1)`)
      await frozen.setFrozen(true)
      // One at a time, so that the tabs are notified of each before the next one begins.
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
