import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { type Plug, plug } from '#tests/support/plug.ts'
import { workerKinds } from './in-worker.ts'
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
import { type PageServer, servePage } from './serve-page.ts'

describe.skipIf(isSkipped)('the client in a worker with IndexedDB', () => {
  let pages: PageServer
  let browser: Browser
  let cable: Plug

  beforeAll(async () => {
    browser = await startBrowser()
  }, 60_000)
  // A new port is a new origin, so each test starts with nothing stored.
  beforeEach(async () => {
    pages = await servePage()
  })
  afterEach(async () => {
    cable?.close()
    await pages?.stop()
    await endProcesses()
  })
  afterAll(async () => {
    await browser?.close()
  })

  test.each(workerKinds)(
    '(%s) logs for two pages offline, and sends each set once',
    async (kind) => {
      const { address } = await startServer(temporaryFolder(), pages.origin)
      cable = await plug(address)
      const parameters = new URLSearchParams({ storage: 'IndexedDB', worker: kind, api: cable.origin })
      const url = `${pages.origin}/?${parameters}`
      const phone = await browser.openHidden(url)
      await phone.until(isReady)
      await authenticate(phone, 'register')
      await logSets(phone, 3)
      await phone.until(hasStatus('synced 0 0'))

      cable.setUnplugged(true)
      await logSets(phone, 3)
      await phone.until(hasStatus('offline 1'))
      const second = await browser.openHidden(url)
      await second.until(`${isReady} && ${showsSets(6)}`)
      const [, bySecond] = await Promise.all([logSets(phone, 4), logSets(second, 4)])
      await phone.until(showsSets(14))
      await phone.reload()
      await phone.until(`${isReady} && ${showsSets(14)}`)

      cable.setUnplugged(false)
      const byFirst = await logSets(phone, 1)
      for (const page of [phone, second]) await page.until(`${hasStatus('synced 0 0')} && ${showsSets(15)}`)
      const [sets = [], ...others] = await workoutsAt(address)
      expect(others).toEqual([])
      expect(new Set(sets).size).toBe(sets.length)
      expect(sets).toHaveLength(15)
      expect(sets).toEqual(expect.arrayContaining([...byFirst, ...bySecond]))
      await phone.close()
      await second.close()
    },
    60_000,
  )
})
