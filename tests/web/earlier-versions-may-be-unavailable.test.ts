import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, skipped } from './app-page.ts'
import { openAppWithLog } from './app-with-log.ts'

const server = await testApp()

/** Answers requests for revisions with an error instead of sending them. */
const failWith = (status: number) => `(() => {
  const { fetch } = window
  window.fetch = async (request, init) =>
    new URL(request.url ?? request, location.href).pathname.endsWith('/revisions')
      ? Response.json({ title: 'Error', status: ${status} }, { status: ${status} })
      : fetch(request, init)
  window.restoreFetch = () => { window.fetch = fetch }
  return true
})()`

describe.skipIf(skipped)('the earlier versions of a workout', () => {
  let browser: Browser
  let app: AppPage

  const shown = async () => {
    await app.go('history')
    await app.tapAt('main a[href*="history/"]')
    await app.tapAt('button[aria-label="More"]')
    await app.tap('Earlier versions')
    // The first paragraph is the subtitle.
    await app.until(`document.querySelectorAll('dialog[open] p.soft').length === 2`)
    return app.value(`document.querySelectorAll('dialog[open] p.soft')[1].innerText`)
  }

  beforeAll(async () => {
    browser = await startBrowser()
    ;({ app } = await openAppWithLog(server, browser, { weeks: 1, email: 'versions@example.com' }))
  }, 60_000)
  afterAll(() => browser?.close())

  const unavailable = 'Earlier versions are stored on the server. Try again later.'
  const none = 'The server has no earlier versions.'

  test('don’t exist for a workout that was never changed', async () => {
    expect(await shown()).toBe(none)
  })

  test.each([
    [500, unavailable],
    [503, unavailable],
    [429, unavailable],
    [404, none],
  ])('after a response with %i: %s', async (status, text) => {
    await app.reload()
    await app.value(failWith(status))
    expect(await shown()).toBe(text)
    await app.value('window.restoreFetch(), true')
  })

  test('are unavailable offline', async () => {
    await app.reload()
    await app.setOffline(true)
    expect(await shown()).toBe(unavailable)
  })
})
