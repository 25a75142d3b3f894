import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { hasHeading } from './app-with-log.ts'

// Not in `beforeAll`, because the app would be closed when `beforeAll` ends.
const address = (await testApp()).listen()

/** A script that lists the exercises of the workout in progress. */
const names = `[...document.querySelectorAll('.ex h2')].map(({ innerText }) => innerText).join()`

describe.skipIf(skipped)('without a workout in progress', () => {
  let browser: Browser
  let app: AppPage

  const discard = async () => {
    await app.tap('Finish')
    await app.tap('Discard workout')
    await app.until(hasHeading('Today'))
  }

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, address)
    await untilAvailableOffline(app)
  }, 60_000)
  afterAll(() => browser?.close())

  test('an exercise that was never logged starts a workout, or joins the one in progress', async () => {
    await app.go('exercise/barbell-bench-press')
    await app.tap('Start a workout with it')
    await app.tap('Add 1 exercise')
    await app.until(`${names} === 'Barbell Bench Press'`)
    await app.go('exercise/pull-up')
    await app.tap('Add to this workout')
    await app.tap('Add 1 exercise')
    await app.until(`${names} === 'Barbell Bench Press,Pull-Up'`)
    await discard()
  })

  test('the chosen exercises start a workout', async () => {
    await app.go('add')
    await app.tap('Barbell Row')
    await app.tap('Add 1 exercise')
    await app.until(`${names} === 'Barbell Row'`)
    await discard()
  })

  test('a custom exercise can work the forearms', async () => {
    await app.go('add')
    await app.tap('New')
    await app.tapAt('dialog[open] input')
    await app.typeText('Towel twist')
    await app.tap('Forearms')
    await app.tap('Create')
    await app.tap('Add 1 exercise')
    await app.until(`${names} === 'Towel twist'`)
    await app.tapAt('.ex h2 a')
    await app.until(`document.querySelector('h1')?.textContent === 'Towel twist'`)
    expect(await app.value(`document.querySelector('main').innerText`)).toContain('Barbell · forearms')
  })
})
