import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, isRendered, logFirstSet, openApp, skipped } from './app-page.ts'

const address = (await testApp()).listen()

describe.skipIf(skipped)('exercise names in another language', () => {
  let browser: Browser
  let app: AppPage

  const names = () => app.value(`[...document.querySelectorAll('main h2')].map(({ innerText }) => innerText)`)
  const choose = async (language: string) => {
    await app.go('you')
    await app.tap('Exercise names')
    await app.tap(language)
    await app.until(`document.querySelector('dialog[open]') === null`)
    await app.go('workout')
  }

  const search = async (text: string) => {
    await app.until(`document.querySelector('main input') !== null`)
    await app.value(`document.querySelector('main input').focus()`)
    await app.typeText(text)
  }

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, address)
    await logFirstSet(app)
    await app.tap('Add exercise')
    await search('tire flip')
    await app.tap('Tire Flip')
    await app.tap('Add 1 exercise')
    await app.until(`document.querySelectorAll('main h2').length === 2`)
  }, 60_000)
  afterAll(() => browser?.close())

  test('replace the English ones at once, except for exercises without one', async () => {
    expect(await names()).toEqual(['Barbell Bench Press', 'Tire Flip'])
    await choose('Deutsch')
    expect(await names()).toEqual(['Bankdrücken', 'Tire Flip'])
  })

  test('are still shown after a reload', async () => {
    await app.value(`location.reload()`)
    await app.until(`${isRendered} && document.querySelector('main h2')?.innerText === 'Bankdrücken'`)
  })

  test('are found by the picker, by their English names too', async () => {
    await app.tap('Add exercise')
    await search('barbell overhead press')
    await app.until(`document.querySelector('main b')?.innerText === 'Überkopfdrücken'`)
  })

  test('can be English again', async () => {
    await choose('English')
    expect(await names()).toEqual(['Barbell Bench Press', 'Tire Flip'])
  })
})
