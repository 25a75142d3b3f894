import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { openAppWithLog } from './app-with-log.ts'

const weights = `[...document.querySelectorAll('.set .cell[data-field=weight]')].map(({ innerText }) => innerText).join(' ')`

const server = await testApp()
const address = server.listen()

describe.skipIf(skipped)('the first set of a lift', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, address)
    await untilAvailableOffline(app)
  }, 60_000)
  afterAll(() => browser?.close())

  test('is questioned if nobody could have done it, and corrected with one tap', async () => {
    await app.tap('Start an empty workout')
    await app.tap('Barbell Bench Press')
    await app.tap('Add 1 exercise')
    await app.tap('Log set 1')
    for (const digit of '1740') await app.tap(digit)
    await app.tap('Log the set')
    await app.until(`document.querySelector('.question') !== null`)
    const question = await app.value(`document.querySelector('.question').innerText`)
    expect(question).toContain('1,740 lb: did you mean 174?')
    expect(question).toContain('Few people lift this much.')
    // So many plates wouldn't fit on the bar, and a drawing of them not on the row.
    expect(await app.value(`document.querySelector('.set.now .under').innerText`)).toContain('10 × 45')
    expect(await app.value(`document.querySelector('.set.now .under svg')`)).toBeNull()
    await app.tap('Make it 174 lb')
    await app.until(`document.querySelector('.question') === null`)
    expect(await app.value(`document.querySelector('.set.done').innerText`)).toContain('174')
    // The typing error had filled in the other sets.
    await app.until(`${weights} === '174 174 174'`)
  })

  test('keeps the other sets if they have another weight', async () => {
    await app.tapAt('.set.now .cell')
    for (const digit of '90') await app.tap(digit)
    await app.tap('Later sets')
    await app.tap('OK')
    await app.until(`${weights} === '174 90 90'`)
    await app.tapAt('.set.now .cell')
    for (const digit of '1740') await app.tap(digit)
    await app.tap('This set')
    await app.tap('OK')
    await app.tap('Log set 2')
    await app.tap('Make it 174 lb')
    await app.until(`document.querySelector('.question') === null && ${weights} === '174 174 90'`)
  })

  test('of an assisted exercise has as much assistance as was typed, since the server rejects a weight', async () => {
    await app.go('exercise/assisted-pull-up')
    await app.tap('Add to this workout')
    await app.tap('Add 1 exercise')
    await app.until(`document.querySelectorAll('.ex').length === 2`)
    await app.tapAt('.ex:last-of-type .cell')
    for (const digit of '40') await app.tap(digit)
    await app.tap('OK')
    await app.until(`${weights}.endsWith(' −40 −40 −40')`)
  })
})

describe.skipIf(skipped)('ten times a planned weight that has never been lifted', () => {
  test('is questioned with the planned weight as the correction', async () => {
    const browser = await startBrowser()
    try {
      const { app } = await openAppWithLog(server, browser, { weeks: 8, email: 'planned@example.com' })
      await app.go('preview/531-boring-but-big')
      await app.tap('Start this program')
      await app.tap('Start Press')
      await app.until(`document.querySelector('.set.now') !== null`)
      const planned = String(await app.value(`document.querySelector('.set.now .cell').innerText`))
      await app.tapAt('.set.now .cell')
      // Not by their names, because those of the steps contain digits, too.
      const keys = '123 456 789  0'
      for (const digit of String(Number(planned) * 10))
        await app.tapAt(`.pad button:nth-of-type(${keys.indexOf(digit) + 1})`)
      await app.tap('OK')
      await app.tap('Log set 1')
      await app.tap(`Make it ${planned} `)
      await app.until(`document.querySelector('.question') === null`)
    } finally {
      await browser.close()
    }
  }, 60_000)
})
