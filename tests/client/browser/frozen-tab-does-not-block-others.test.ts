import { describe, expect, test } from 'bun:test'
import { temporaryFolder } from '#tests/support/folder.ts'
import { inBrowser } from './in-browser.ts'
import {
  authenticate,
  hasStatus,
  isReady,
  isSkipped,
  logSets,
  showsSets,
  startServer,
  workoutsAt,
} from './page-driver.ts'

describe.skipIf(isSkipped)('a tab frozen by Chromium', () => {
  const chromium = inBrowser()

  test.each(['localStorage', 'IndexedDB'])(
    'with %s does not block other tabs, and shows their sets once it resumes',
    async (storage) => {
      const { address } = await startServer(temporaryFolder(), chromium.origin)
      const url = `${chromium.origin}/?${new URLSearchParams({ storage, api: address.origin })}`
      const tab = await chromium.open(url)
      await tab.until(isReady)
      await authenticate(tab, 'register')
      await logSets(tab, 1)
      await tab.until(hasStatus('synced 0 0'))
      // Chromium doesn't freeze a tab that holds a lock, as every tab does during a sync. Here only the first
      // tab holds one, for the event stream.
      const frozen = await chromium.open(`${url}&auto=off`)
      await frozen.until(`${isReady} && ${showsSets(1)}`)
      await frozen.until(`navigator.locks.query().then(({ held }) => held.length === 1)`)
      await frozen.setFrozen(true)
      // One at a time, so that each set is announced to the other tab separately.
      for (let count = 0; count < 3; count++) await logSets(tab, 1)
      await tab.until(hasStatus('synced 0 0'))
      expect((await workoutsAt(address)).map((sets) => sets.length)).toEqual([4])
      await frozen.setFrozen(false)
      await frozen.until(showsSets(4))
      await tab.close()
      await frozen.close()
    },
    60_000,
  )
})
