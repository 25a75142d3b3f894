import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, isRendered, logFirstSet, openApp, skipped, untilAvailableOffline } from './app-page.ts'

const server = await testApp()

/** Counts how often the browser is asked, and agrees or declines; a real one without a window always declines. */
const fake = (agrees: boolean) => `
  navigator.storage.persisted = async () => localStorage.kept === 'true'
  navigator.storage.persist = async () => {
    localStorage.asked = Number(localStorage.asked ?? 0) + 1
    localStorage.kept = ${agrees}
    return ${agrees}
  }`
const asked = `Number(localStorage.asked ?? 0)`
const storageRow = `[...document.querySelectorAll('.rows a')].find((row) => row.innerText.startsWith('Storage'))?.innerText ?? ''`

describe.skipIf(skipped)('once a set is saved, the browser is asked not to clear the data', () => {
  let browser: Browser
  let app: AppPage

  beforeEach(async () => {
    browser = await startBrowser()
    app = await openApp(browser, server.listen())
    await untilAvailableOffline(app)
  }, 60_000)
  afterEach(() => browser?.close())

  const restart = async () => {
    await app.reload()
    await app.until(isRendered)
    // The workout pages are fetched when the app is idle, and before the service worker is registered.
    await app.until(`performance.getEntriesByType('resource').some(({ name }) => name.includes('/logging-'))`)
  }
  const open = async (agrees: boolean) => {
    await app.command('Page.addScriptToEvaluateOnNewDocument', { source: fake(agrees) })
    await restart()
  }
  test('and if it agrees, You says so, and it isn’t asked again', async () => {
    await open(true)
    expect(await app.value(asked)).toBe(0)
    await logFirstSet(app)
    await app.until(`${asked} === 1`)
    await app.go('you')
    await app.until(`(${storageRow}).includes('protected')`)
    await restart()
    await app.go('storage')
    await app.until(`document.querySelector('main').innerText.includes('won’t clear this data')`)
    expect(await app.value(asked)).toBe(1)
  })

  test('and if it declines, Storage says so, and it is asked again at the next start', async () => {
    await open(false)
    await logFirstSet(app)
    await app.until(`${asked} === 1`)
    await app.go('you')
    await app.until(`(${storageRow}).includes('may be cleared')`)
    await app.go('storage')
    await app.until(`document.querySelector('main').innerText.includes('declined so far')`)
    await restart()
    await app.until(`${asked} === 2`)
  })

  test('at the end of the workout and once, if the browser asks the user', async () => {
    const userAgent = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'
    await app.command('Emulation.setUserAgentOverride', { userAgent })
    await open(false)
    await logFirstSet(app)
    expect(await app.value(asked)).toBe(0)
    await app.tap('Finish')
    await app.tap('Finish, drop')
    await app.until(`${asked} === 1`)
    const summary = (await app.value('location.hash')) as string
    expect(summary).toStartWith('#/done/')
    await app.go('today')
    await restart()
    await app.go(summary.slice(2))
    await app.until(`document.querySelector('.hero-num') !== null`)
    expect(await app.value(asked)).toBe(1)
  })
})
