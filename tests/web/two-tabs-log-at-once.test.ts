import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, doneSets, isStored, logFirstSet, openApp, skipped, untilKept } from './app-page.ts'

const address = (await testApp()).listen()

describe.skipIf(skipped)('two tabs of a browser', () => {
  let browser: Browser
  let first: AppPage
  let second: AppPage

  /** Ticks open sets, by their positions among all, in one frame. */
  const tickAll = (app: AppPage, places: readonly number[]) =>
    app.value(
      `{ const ticks = document.querySelectorAll('.set .tick'); for (const at of ${JSON.stringify(places)}) ticks[at].click() }`,
    )

  beforeAll(async () => {
    browser = await startBrowser()
    first = await openApp(browser, address)
    await untilKept(first)
    await logFirstSet(first)
    for (let more = 0; more < 9; more++) await first.tap('Add a set of Barbell Bench Press')
    await first.until(`document.querySelectorAll('.set').length === 12 && ${isStored}`)
    second = await openApp(browser, address)
    await second.tap('Resume workout')
    await second.until(`document.querySelectorAll('.set').length === 12`)
  }, 60_000)
  afterAll(() => browser?.close())

  test('keep every set that both logged at the same moment, once', async () => {
    await Promise.all([tickAll(first, [1, 3, 5, 7, 9, 11]), tickAll(second, [2, 4, 6, 8, 10])])
    for (const app of [first, second]) await app.until(`${doneSets} === 12 && ${isStored}`)
    const ids = `[...document.querySelectorAll('.set')].map(({ dataset }) => dataset.set)`
    const [one, other] = [await first.value(ids), await second.value(ids)]
    expect(one).toEqual(other)
    expect(new Set(one as string[]).size).toBe(12)
    await second.reload()
    await second.until(`${doneSets} === 12`)
  })

  test('show immediately what the other finished', async () => {
    await first.command('Page.bringToFront', {})
    await first.tap('Finish workout')
    await first.until(`document.querySelector('dialog[open]') !== null`)
    await first.tap('Finish')
    await second.until(`document.body.innerText.includes('No workout in progress')`)
    expect([...first.errors, ...second.errors]).toEqual([])
  })
})
