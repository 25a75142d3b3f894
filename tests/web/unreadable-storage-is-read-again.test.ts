import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, doneSets, logFirstSet, openApp, skipped } from './app-page.ts'
import { logIn } from './app-with-log.ts'

const server = await testApp()
const address = server.listen()
const email = 'unreadable@example.com'

/** A script that makes IndexedDB fail as Chromium does when it can't open its files, until `isReadable` is set. */
const failToOpen = `{
  const { open } = IDBFactory.prototype
  IDBFactory.prototype.open = function (...args) {
    if (globalThis.isReadable) return open.apply(this, args)
    const request = { error: new DOMException('Internal error opening backing store.', 'UnknownError') }
    queueMicrotask(() => request.onerror())
    return request
  }
}`

const message = `[...document.querySelectorAll('[role=alert]')].filter((element) => element.getClientRects().length > 0)
  .map((element) => element.innerText).join()`

describe.skipIf(skipped)('the app while the storage of the device can’t be read', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    await server.register({ email })
    browser = await startBrowser()
    app = await openApp(browser, address)
    await logIn(app, email)
    await app.go('today')
    await logFirstSet(app)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
  })

  test('says so instead of showing an empty log, and shows the log once it can be read', async () => {
    expect(await app.value(message)).toBe('')
    await app.command('Page.addScriptToEvaluateOnNewDocument', { source: failToOpen })
    await app.reload()
    await app.until(`${message}.includes('Can’t read your log')`)
    expect(await app.value(`document.body.innerText.includes('Log your first set')`)).toBe(false)
    await app.value('globalThis.isReadable = true')
    await app.until(`${doneSets} === 1`)
    expect(await app.value(message)).toBe('')
  }, 60_000)
})
