import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, openApp, skipped, untilAvailableOffline } from './app-page.ts'

const address = (await testApp()).listen()

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
    expect(question).toContain('Few people lift this.')
    await app.tap('Change to 174 lb')
    await app.until(`document.querySelector('.question') === null`)
    expect(await app.value(`document.querySelector('.set.done').innerText`)).toContain('174')
  })
})
