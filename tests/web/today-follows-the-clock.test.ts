import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { dayMs } from '#training/day-ms.ts'
import {
  type AppPage,
  doneSets,
  isStored,
  logFirstSet,
  openApp,
  skipped,
  untilAvailableOffline,
} from './app-page.ts'
import { hasHeading } from './app-with-log.ts'

// Not in `beforeAll`, because the app would be closed when `beforeAll` ends.
const address = (await testApp()).listen()

describe.skipIf(skipped)('an app that stays open in the background', () => {
  let browser: Browser
  let app: AppPage

  const date = `document.querySelector('.top .label').innerText`
  const chest = `parseInt(document.querySelector('.ready strong').innerText)`

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, address)
    await untilAvailableOffline(app)
    await logFirstSet(app)
    await app.tap('Log set 2')
    await app.tap('Log set 3')
    await app.until(`${doneSets} === 3 && ${isStored}`)
    await app.tap('Finish workout')
    await app.tap('Finish')
    await app.until(`document.querySelector('h1')?.textContent.endsWith(', done') === true`)
    await app.tap('Done')
    await app.until(hasHeading('Today'))
  }, 60_000)
  afterAll(() => browser?.close())

  test('shows the new day, and how recovered each muscle is by then, when it is used again', async () => {
    await app.until(`${chest} > 0 && ${chest} < 90`)
    const dateBefore = await app.value(date)
    await app.value(`(() => {
      const { now } = Date
      Date.now = () => now() + ${4 * dayMs}
      document.dispatchEvent(new Event('visibilitychange'))
    })()`)
    await app.until(`${chest} === 100`)
    expect(await app.value(date)).not.toBe(dateBefore)
  })
})
