import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import {
  type AppPage,
  doneSets,
  isStored,
  logFirstSet,
  openApp,
  skipped,
  untilAvailableOffline,
} from './app-page.ts'

const address = (await testApp()).listen()

describe.skipIf(skipped)('two tabs of a browser', () => {
  let browser: Browser
  let first: AppPage
  let second: AppPage

  /** Checks off sets by their positions, all in one frame. */
  const tickAll = (app: AppPage, positions: readonly number[]) =>
    app.value(
      `{ const ticks = document.querySelectorAll('.set .tick'); for (const position of ${JSON.stringify(positions)}) ticks[position].click() }`,
    )

  beforeAll(async () => {
    browser = await startBrowser()
    first = await openApp(browser, address)
    await untilAvailableOffline(first)
    await logFirstSet(first)
    for (let added = 0; added < 9; added++) await first.tap('Add a set of Barbell Bench Press')
    await first.until(`document.querySelectorAll('.set').length === 12 && ${isStored}`)
    second = await openApp(browser, address)
    await second.tap('Resume workout')
    await second.until(`document.querySelectorAll('.set').length === 12`)
  }, 60_000)
  afterAll(() => browser?.close())

  test('keep exactly one copy of each set when both log sets at the same moment', async () => {
    await Promise.all([tickAll(first, [1, 3, 5, 7, 9, 11]), tickAll(second, [2, 4, 6, 8, 10])])
    for (const app of [first, second]) await app.until(`${doneSets} === 12 && ${isStored}`)
    const ids = `[...document.querySelectorAll('.set')].map(({ dataset }) => dataset.set)`
    const [idsInFirst, idsInSecond] = [await first.value(ids), await second.value(ids)]
    expect(idsInFirst).toEqual(idsInSecond)
    expect(new Set(idsInFirst as string[]).size).toBe(12)
    await second.reload()
    await second.until(`${doneSets} === 12`)
  })

  test('immediately show that the other has finished the workout', async () => {
    await first.command('Page.bringToFront', {})
    await first.tap('Finish workout')
    await first.until(`document.querySelector('dialog[open]') !== null`)
    await first.tap('Finish')
    await second.until(`document.body.innerText.includes('No workout in progress')`)
    expect([...first.errors, ...second.errors]).toEqual([])
  })
})
