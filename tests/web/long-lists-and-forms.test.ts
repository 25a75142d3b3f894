import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, openApp, skipped } from './app-page.ts'
import { openAppWithLog } from './app-with-log.ts'

const server = await testApp()

describe.skipIf(skipped)('pages of an account with twenty weeks of training', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 20, email: 'lists@example.com' })
    app = opened.app
  }, 60_000)
  afterAll(() => browser?.close())

  test('an exercise shows its last ten sessions, and more when asked', async () => {
    await app.go('exercise/barbell-bench-press')
    const rows = `document.querySelectorAll('main a[href^="#/history/"]').length`
    await app.until(`${rows} > 0`)
    expect(await app.value(rows)).toBe(10)
    await app.tap('Show more')
    await app.until(`${rows} > 10`)
  })

  test('the summary of a workout names its day and its length in one line', async () => {
    await app.go('history')
    await app.until(`document.querySelector('main a[href^="#/history/"]') !== null`)
    const id = await app.value(`document.querySelector('main a[href^="#/history/"]').hash.split('/').pop()`)
    await app.go(`done/${id}`)
    await app.until(`document.querySelector('.hero-num') !== null`)
    const line = `document.querySelector('header .label')`
    expect(await app.value(`${line}.innerText`)).toMatch(/^\w+day, .+ · (?:\d+ min|\d+ h \d\d)$/)
    for (const width of [320, 390]) {
      await app.view(width)
      const { height, lineHeight } = (await app.value(`(() => {
        const { height } = ${line}.getBoundingClientRect()
        return { height, lineHeight: Number.parseFloat(getComputedStyle(${line}).lineHeight) }
      })()`)) as { height: number; lineHeight: number }
      expect(height).toBeLessThan(lineHeight * 1.5)
    }
    await app.view(390)
  })
})

describe.skipIf(skipped)('a guest', () => {
  test('the login fields are as wide as the button, have a border, and are known to password managers', async () => {
    const browser = await startBrowser()
    const app = await openApp(browser, server.listen())
    await app.go('account/login')
    await app.until(`document.querySelector('form .field') !== null`)
    const fields = await app.value(`[...document.querySelectorAll('form .field')].map((field) => {
      const input = field.querySelector('input')
      const { width, height } = field.getBoundingClientRect()
      const { borderTopWidth, boxShadow, outlineStyle } = getComputedStyle(field)
      return {
        autocomplete: input.autocomplete,
        type: input.type,
        isWide: Math.abs(width - document.querySelector('form .btn.go').getBoundingClientRect().width) <= 1,
        isHigh: height >= 48,
        hasEdge: Number.parseFloat(borderTopWidth) > 0 || boxShadow !== 'none' || outlineStyle !== 'none',
      }
    })`)
    const looks = { isWide: true, isHigh: true, hasEdge: true }
    expect(fields).toEqual([
      { autocomplete: 'username', type: 'email', ...looks },
      { autocomplete: 'current-password', type: 'password', ...looks },
    ])
    await browser.close()
  })
})
