import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, doneSets, isRendered, isStored, logFirstSet, openApp, skipped } from './app-page.ts'
import { isSynced, logIn } from './app-with-log.ts'

const server = await testApp()
const address = server.listen()
const email = 'waits@example.com'
const syncDelay = 400

/** Records the delay of each timer that the page starts. */
const observer = `globalThis.delays = []
const { setTimeout: start } = globalThis
globalThis.setTimeout = (run, delay, ...rest) => (delays.push(delay), start(run, delay, ...rest))`

/** A script that counts the timers with the delay of a sync after a change. */
const delayed = `delays.filter((delay) => delay === ${syncDelay}).length`

describe.skipIf(skipped)('the app', () => {
  let browser: Browser
  let app: AppPage

  /** Opens the app in a tab that records the delays of its timers. */
  const openObserved = async () => {
    const page = await openApp(browser, address)
    await page.command('Page.addScriptToEvaluateOnNewDocument', { source: observer })
    await page.reload()
    await page.until(isRendered)
    return page
  }

  beforeAll(async () => {
    browser = await startBrowser()
    await server.register({ email })
    app = await openObserved()
    await logIn(app, email)
    await app.go('today')
    await app.until(isSynced)
  }, 60_000)
  afterAll(() => browser?.close())

  test('delays only the sync after a change', async () => {
    expect(await app.value(delayed)).toBe(0)
    await logFirstSet(app)
    expect(await app.value(delayed)).toBeGreaterThan(0)
  }, 60_000)

  test('shows another tab’s changes without that delay', async () => {
    const other = await openObserved()
    await other.go('workout')
    await other.until(`${doneSets} === 1`)
    await app.command('Page.bringToFront', {})
    await app.tap('Add a set of Barbell Bench Press')
    await app.tapAt('.dock .go')
    await app.until(`${doneSets} === 2 && ${isStored}`)
    await other.until(`${doneSets} === 2`)
    expect(await other.value(delayed)).toBe(0)
    expect(other.errors).toEqual([])
  }, 60_000)
})
