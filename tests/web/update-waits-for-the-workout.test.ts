import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import {
  type AppPage,
  doneSets,
  isRendered,
  isStored,
  logFirstSet,
  openApp,
  skipped,
  untilAvailableOffline,
} from './app-page.ts'

const origin = (await testApp()).listen()
let isReleased = false

/** Forwards to the server, but serves a newer release of the app once `isReleased`. */
const server = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  async fetch(request) {
    const { pathname, search } = new URL(request.url)
    const { body, method } = request
    // Requests uncompressed bodies, because fetch would decompress them but keep the header.
    const headers = new Headers(request.headers)
    headers.set('accept-encoding', 'identity')
    // The ETags of the browser are those of the previous release.
    if (isReleased) headers.delete('if-none-match')
    const response = await fetch(origin + pathname + search, { body, headers, method, redirect: 'manual' })
    if (pathname !== '/sw.js' || !isReleased) return response
    const text = (await response.text()).replace(/"replog-app-[0-9a-f]+"/g, '"replog-app-next"')
    const policy = response.headers.get('content-security-policy') ?? ''
    return new Response(text, {
      headers: { 'content-type': 'text/javascript', 'content-security-policy': policy },
    })
  },
})

describe.skipIf(skipped)('a newer release of the app', () => {
  let browser: Browser
  let app: AppPage

  const isOffered = `document.body.innerText.includes('Update Replog')`

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, server.url.origin)
    await untilAvailableOffline(app)
    await app.reload()
    await app.until(`navigator.serviceWorker.controller !== null && ${isRendered}`)
    await logFirstSet(app)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server.stop(true)
  })

  test('is fetched during a workout, but only used once the workout is finished and the user agrees', async () => {
    await app.value('globalThis.isSamePage = true')
    isReleased = true
    await app.value(`navigator.serviceWorker.ready.then((registration) => registration.update())`)
    await app.until(`navigator.serviceWorker.ready.then(({ waiting }) => waiting !== null)`)
    await app.tap('Log set 2')
    await app.until(`${doneSets} === 2 && ${isStored}`)
    await app.go('today')
    expect(await app.value('globalThis.isSamePage')).toBe(true)
    expect(await app.value(isOffered)).toBe(false)
    await app.tap('Resume workout')
    await app.tap('Finish')
    await app.until(`document.querySelector('dialog[open]') !== null`)
    await app.tap('Finish, drop 1')
    await app.until(`document.querySelector('h1')?.textContent.endsWith(', done') === true`)
    await app.tap('Done')
    await app.until(isOffered)
    expect(await app.value('globalThis.isSamePage')).toBe(true)
    await app.tap('Update Replog')
    await app.until(
      `globalThis.isSamePage === undefined && document.querySelector('h1')?.textContent === 'Today'`,
    )
    await app.until(`caches.keys().then((names) => names.includes('replog-app-next'))`)
    expect(await app.value(isOffered)).toBe(false)
  })
})
