import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, skipped } from './app-page.ts'
import { openAppWithLog } from './app-with-log.ts'

const server = await testApp()

/** A script that lists the charts that the page shows. */
const charts = `[...document.querySelectorAll('.chart, .body')].filter((chart) => chart.getClientRects().length > 0)
  .map((chart) => chart.getAttribute('class') + (chart.querySelector('.bar') ? ' of bars' : ''))`
/** A script that checks whether the page itself, and not the service worker, has fetched the charts. */
const hasFetched = `performance.getEntriesByType('resource').some(({ name }) => name.includes('/figures-'))`

describe.skipIf(skipped)('on a wide screen', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 6, email: 'wide@example.com' })
    app = opened.app
    await app.go('today')
    await app.reload()
    await app.until(`document.querySelector('.ready') !== null`)
  }, 60_000)
  afterAll(() => browser?.close())

  test('Today shows the weeks as bars and a map of the body, which a phone doesn’t load', async () => {
    await app.until(`!document.querySelector('.narrow .ready').innerText.includes('–')`)
    expect(await app.value(charts)).toEqual([])
    expect(await app.value(hasFetched)).toBe(false)
    await app.view(1280)
    await app.until(`${charts}.length === 2`)
    expect(await app.value(charts)).toEqual(['chart of bars', 'body'])
    expect(await app.value(`document.querySelectorAll('.chart .bar').length`)).toBe(8)
    await app.setOffline(true)
    await app.reload()
    await app.until(`${charts}.length === 2`)
    await app.setOffline(false)
  }, 60_000)

  test('each tab shows the state of the log once, and in the color that it has on a phone', async () => {
    const shown = `[...document.querySelectorAll('.status')].filter((status) => status.getClientRects().length > 0)`
    // The state is a link where something is to be done, and the other links of the bar have a color of their own.
    const color = `(() => {
      const link = document.createElement('a')
      link.className = 'status bad'
      const [status] = ${shown}
      status.parentElement.append(link)
      const { color, minHeight } = getComputedStyle(link)
      link.remove()
      return [color, minHeight].join()
    })()`
    await app.view(390)
    await app.go('you')
    const onPhone = await app.value(color)
    await app.view(1280)
    expect(await app.value(color)).toBe(onPhone)
    for (const tab of ['today', 'history', 'progress', 'you']) {
      await app.go(tab)
      await app.until(`document.querySelector('main').ariaBusy !== 'true'`)
      expect([tab, await app.value(`${shown}.length`)]).toEqual([tab, 1])
    }
    await app.go('today')
  }, 60_000)

  test('the weekly bars have a unit', async () => {
    const labels = `[...document.querySelectorAll('.chart:has(.bar) text')].map((text) => text.textContent)`
    await app.view(1280)
    expect(await app.value(labels)).toContain('0 t')
  })

  test('History marks the workout that it shows beside the list, under a heading and with an Edit button', async () => {
    const detail = `document.querySelector('.sticky')`
    const marked = `[...document.querySelectorAll('.rows.tall a')].map(({ ariaCurrent }) => ariaCurrent === 'true').slice(0, 3)`
    await app.go('history')
    await app.until(`${detail}?.querySelector('header.wide h2')?.innerText === 'Latest'`)
    expect(await app.value(marked)).toEqual([true, false, false])
    await app.tapAt('.rows.tall a:nth-child(2)')
    await app.until(`${detail}.querySelector('header.wide h2').innerText === 'Selected'`)
    expect(await app.value(marked)).toEqual([false, true, false])
    const id = await app.value(`location.hash.split('/').at(-1)`)
    await app.tap('Edit')
    await app.until(`location.hash.endsWith('edit/${id}')`)
    expect(await app.value(`document.querySelector('.tabs [aria-current]').ariaLabel`)).toBe('History')
  }, 60_000)

  test('a sheet is no wider than its content needs', async () => {
    await app.go('you')
    await app.tap('Units')
    await app.until(`document.querySelector('dialog[open]') !== null`)
    const box = await app.value(
      `(({ left, right, width }) => ({ isCentered: Math.abs(left + right - document.documentElement.clientWidth) < 2, width }))
        (document.querySelector('dialog[open]').getBoundingClientRect())`,
    )
    expect(box).toEqual({ isCentered: true, width: 512 })
    await app.tap('Close')
  })

  test('the dock of a page is as wide as its cards', async () => {
    const box = (selector: string) =>
      app.value(
        `(({ left, width }) => [left, width])(document.querySelector('${selector}').getBoundingClientRect())`,
      )
    await app.go('preview/phul')
    await app.until(`document.querySelector('.pickdock') !== null`)
    expect(await box('.pickdock')).toEqual(await box('main .card'))
    await app.go('today')
  }, 60_000)

  test('a workout shows the chart of the next exercise', async () => {
    const pane = `document.querySelector('.inspector .card:has(.chart) h2')?.innerText`
    await app.view(390)
    await app.tap('Empty workout')
    await app.tap('Barbell Bench Press')
    await app.tap('Lat Pulldown')
    await app.tap('Add 2 exercises')
    await app.until(`document.querySelectorAll('.set').length >= 6`)
    expect(await app.value(charts)).toEqual([])
    await app.view(1280)
    await app.until(`${pane} === 'Barbell Bench Press'`)
    const label = `document.querySelector('.inspector [role=slider]').getAttribute('aria-label')`
    expect(await app.value(label)).toBe('Estimated 1RM of Barbell Bench Press')
    const ticks = Number(
      await app.value(`document.querySelector('.card:has(.set)').querySelectorAll('.set').length`),
    )
    for (let set = 0; set < ticks; set++) {
      await app.tapAt('.dock .go')
      await app.until(`document.querySelectorAll('.set.done').length === ${set + 1}`)
    }
    await app.until(`${pane} === 'Lat Pulldown'`)
    expect(app.errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  }, 60_000)

  test('a workout has one scroll bar', async () => {
    await app.go('add')
    await app.tap('Barbell Bench Press')
    await app.tap('Add 1 exercise')
    await app.until(`document.querySelector('.inspector') !== null`)
    const widths = `[...document.querySelectorAll('body *')]
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowY))
      .map((element) => [element.className, element.offsetWidth - element.clientWidth])`
    // Taller than the window, so that it scrolls.
    await app.value(
      `document.querySelector('.inspector').append(Object.assign(document.createElement('div'), { id: 'tall' }))`,
    )
    await app.value(`document.querySelector('#tall').style.height = '2000px'`)
    expect(await app.value(widths)).toEqual([['inspector', 0]])
    await app.value(`document.querySelector('#tall').remove()`)
    await app.tap('Finish')
    await app.tap('Discard workout')
    await app.until(`document.querySelector('h1')?.textContent === 'Today'`)
  }, 60_000)
})
