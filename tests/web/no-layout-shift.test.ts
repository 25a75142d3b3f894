import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, isRendered, skipped } from './app-page.ts'
import { openAppWithLog } from './app-with-log.ts'

const server = await testApp()

const pages = [
  'today',
  'history',
  'exercise/barbell-bench-press',
  'progress',
  'programs',
  'preview/phul',
  'measurements',
  'you',
  'storage',
] as const

/** Records the score and the moved elements of each layout shift. */
const observe = `globalThis.shifts = []
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const moved = entry.sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 100))
    shifts.push({ value: entry.value, moved })
  }
}).observe({ type: 'layout-shift', buffered: true })`
/** The score below which a person doesn't notice a shift. */
const minNoticeable = 0.005

describe.skipIf(skipped)('a page with data', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 30, email: 'shifts@example.com' })
    app = opened.app
    await app.command('Page.addScriptToEvaluateOnNewDocument', { source: observe })
  }, 60_000)
  afterAll(() => browser?.close())

  /** A script that waits until nothing is pending and two frames have been drawn. */
  const isSettled = `${isRendered} && document.querySelector('[aria-busy=true]') === null &&
    document.readyState === 'complete' &&
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))`

  test('the status is as tall offline as online', async () => {
    // The one beside the navigation is only visible on wide screens.
    const status = `[...document.querySelectorAll('.status')].find((element) => element.getClientRects().length > 0)`
    const height = () => app.value(`${status}.getBoundingClientRect().height`)
    await app.go('today')
    await app.until(`${status}?.innerText === 'Synced'`)
    const online = await height()
    await app.setOffline(true)
    await app.until(`${status}?.innerText === 'Offline'`)
    expect(await height()).toBe(online)
    await app.setOffline(false)
  })

  test.each(pages)('nothing moves on %s while it is reloaded', async (page) => {
    for (const width of [390, 1280]) {
      await app.view(width)
      await app.value(`location.hash = '#/${page}'`)
      await app.reload()
      await app.until(`(async () => ${isSettled})()`)
      await app.value(`navigator.serviceWorker.ready.then(() => true)`)
      await app.until(`(async () => ${isSettled})()`)
      const shifts = await app.value(`shifts.filter(({ value }) => value > ${minNoticeable})`)
      expect({ width, shifts }).toEqual({ width, shifts: [] })
    }
  })

  test('the card of the next workout changes by at most one line in height when the workout becomes known', async () => {
    const line = 24
    // Removed by the new document, because the current one may store it again.
    const source = `localStorage.removeItem('replog.next')
      globalThis.heights = []
      new MutationObserver(() => {
        const height = document.querySelector('.card.resume')?.offsetHeight
        if (height) heights.push(height)
      }).observe(document, { childList: true, subtree: true })`
    await app.command('Page.addScriptToEvaluateOnNewDocument', { source })
    await app.view(390)
    await app.value(`location.hash = '#/preview/phul'`)
    await app.tap('Start this program')
    const isKnown = `document.querySelector('.resume .btn')?.innerText === 'Start Upper, power'`
    await app.until(isKnown)
    await app.reload()
    await app.until(`${isKnown} && heights.length > 0`)
    expect(await app.value(`Math.max(...heights) - Math.min(...heights)`)).toBeLessThanOrEqual(line)
  }, 60_000)

  test('nothing moves on Today while it is reloaded during a workout of a program', async () => {
    await app.view(390)
    await app.tap('Start ')
    await app.until(`document.querySelector('.set.now') !== null`)
    await app.go('today')
    await app.reload()
    await app.until(`document.querySelector('main').innerText.includes('After this')`)
    await app.until(`(async () => ${isSettled})()`)
    expect(await app.value(`shifts.filter(({ value }) => value > ${minNoticeable})`)).toEqual([])
  }, 60_000)
})
