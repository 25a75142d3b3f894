import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, skipped } from './app-page.ts'
import { hasHeading, openAppWithLog } from './app-with-log.ts'

const server = await testApp()

/** Records each page's scroll position when its heading is inserted, before the page is painted. */
const recordArrivals = `globalThis.arrivals = [{ page: document.querySelector('h1').textContent, scrolled: 0 }]
new MutationObserver(() => {
  const page = document.querySelector('h1')?.textContent
  if (page !== undefined && page !== arrivals.at(-1)?.page) arrivals.push({ page, scrolled: scrollY })
}).observe(document.body, { childList: true, subtree: true, characterData: true })`

const scrollToBottom = 'scrollTo(0, document.documentElement.scrollHeight)'

describe.skipIf(skipped)('a page that the user navigates to', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 6, email: 'still@example.com' })
    app = opened.app
  }, 60_000)
  afterAll(() => browser?.close())

  test('is scrolled to its top before it is painted', async () => {
    for (const tab of ['History', 'Progress', 'You']) {
      await app.tap(tab)
      await app.until(hasHeading(tab))
    }
    await app.value(recordArrivals)
    for (const tab of ['History', 'Progress', 'You', 'Today']) {
      await app.value(scrollToBottom)
      await app.value(`document.querySelector('.tabs a[href$=${tab.toLowerCase()}]').click()`)
      await app.until(hasHeading(tab))
    }
    expect(await app.value('arrivals.slice(1)')).toEqual(
      ['History', 'Progress', 'You', 'Today'].map((page) => ({ page, scrolled: 0 })),
    )
  })

  test('is scrolled to the next set before it is painted, if it is the workout', async () => {
    await app.tap('Start ')
    await app.until(`document.querySelector('.set.now') !== null`)
    for (let set = 0; set < 6; set++) {
      await app.tapAt('.set.now .tick')
      await app.until(`document.querySelectorAll('.set.done').length === ${set + 1}`)
    }
    await app.go('today')
    await app.value('globalThis.arrivals = []')
    await app.value(`document.querySelector('a[href="#/workout"]').click()`)
    await app.until(`document.querySelector('.set.now') !== null`)
    const scrolled = (await app.value('arrivals.at(-1).scrolled')) as number
    expect(scrolled).toBeGreaterThan(0)
    const { top, bottom, dockTop } = (await app.value(`(() => {
      const { top, bottom } = document.querySelector('.set.now').getBoundingClientRect()
      return { top, bottom, dockTop: document.querySelector('.dock').getBoundingClientRect().top }
    })()`)) as Record<string, number>
    expect(top).toBeGreaterThan(0)
    expect(bottom).toBeLessThan(dockTop ?? 0)
  })
})
