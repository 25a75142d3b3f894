import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { hasHeading } from './app-with-log.ts'

const address = (await testApp()).listen()

describe.skipIf(skipped)('a program that another one has paused', () => {
  let browser: Browser
  let app: AppPage

  const yours = async () => {
    await app.go('programs')
    await app.until(`document.querySelector('.rows .badge') !== null`)
    return await app.value(`[...document.querySelector('.rows').children].map((row) =>
      [row.querySelector('b').innerText, row.querySelector('small').innerText.split(' · ')[0],
        row.querySelector('.badge')?.innerText ?? ''])`)
  }
  const start = async (id: string) => {
    await app.go(`preview/${id}`)
    await app.tap('Start this program')
    await app.until(hasHeading('Today'))
  }

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, address)
    await untilAvailableOffline(app)
    await start('phul')
    await start('dumbbells-at-home')
  }, 60_000)
  afterAll(() => browser?.close())

  test('is listed', async () => {
    expect(await yours()).toEqual([
      ['Dumbbells at home', 'Day 1', 'Active'],
      ['PHUL', 'Paused', ''],
    ])
  })

  test('is the only active one once it is resumed', async () => {
    await app.tap('PHUL')
    await app.tap('Resume')
    await app.until(`document.querySelector('main').innerText.includes('Pause')`)
    expect(await yours()).toEqual([
      ['PHUL', 'Week 1, day 1', 'Active'],
      ['Dumbbells at home', 'Paused', ''],
    ])
    await app.go('today')
    await app.until(`document.querySelector('.resume')?.innerText.includes('PHUL') === true`)
  })
})
