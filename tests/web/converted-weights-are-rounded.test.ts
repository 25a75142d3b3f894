import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, doneSets, isStored, logFirstSet, openApp, skipped } from './app-page.ts'

const address = (await testApp()).listen()

describe.skipIf(skipped)('weights in another unit than they were entered in', () => {
  let browser: Browser
  let app: AppPage

  const weights = () =>
    app.value(`[...document.querySelectorAll('.cell[data-field=weight]')].map(({ innerText }) => innerText)`)
  const train = async (unit: string) => {
    await app.go('you')
    await app.tap('Units')
    await app.tap(unit)
    await app.until(`document.querySelector('dialog[open]') === null`)
    await app.go('workout')
  }

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, address)
    await logFirstSet(app)
  }, 60_000)
  afterAll(() => browser?.close())

  test('are shown to a tenth', async () => {
    expect(await weights()).toEqual(['60', '60', '60'])
    await train('Kilograms')
    expect(await weights()).toEqual(['27.2', '27.2', '27.2'])
  })

  test('stay as they were entered, even if a set is done in the other unit', async () => {
    await app.tap('Log set 2')
    await app.until(`${doneSets} === 2 && ${isStored}`)
    await train('Pounds')
    expect(await weights()).toEqual(['60', '60', '60'])
  })
})
