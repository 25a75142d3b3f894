import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, logFirstSet, openApp, skipped, untilAvailableOffline } from './app-page.ts'

const server = await testApp()

const offered = `[...document.querySelectorAll('.picker .rows b')].map((name) => name.textContent)`

describe.skipIf(skipped)('swapping an exercise', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, server.listen())
    await untilAvailableOffline(app)
    await logFirstSet(app)
    await app.tapAt('.ex header .ib')
    await app.tap('Swap')
    await app.until(`document.querySelector('.picker .rows') !== null`)
  }, 60_000)
  afterAll(() => browser?.close())

  test('offers others for its main muscle, the most common first, but not the exercise itself', async () => {
    const names = (await app.value(offered)) as string[]
    expect(names.slice(0, 3)).toEqual(['Dumbbell Bench Press', 'Incline Dumbbell Bench Press', 'Push-Up'])
    // The same movement comes before others for the muscle, and before stretches.
    expect(names.slice(3, 20).filter((name) => !/press|push-up/i.test(name))).toEqual([])
    expect(names.length).toBeGreaterThan(20)
    expect(names).not.toContain('Barbell Bench Press')
    expect(names).not.toContain('Barbell Back Squat')
    expect(new Set(names).size).toBe(names.length)
  })

  test('offers exercises for other muscles once the muscle is no longer selected', async () => {
    await app.tapAt('.chip[aria-pressed=true]')
    await app.until(`${offered}.includes('Barbell Back Squat')`)
  })

  test('leaves out what the workout already has, and marks it in a search', async () => {
    await app.tap('Close')
    await app.tap('Add exercise')
    await app.tap('Push-Up')
    await app.tap('Add 1 exercise')
    await app.tapAt('.ex header .ib')
    await app.tap('Swap')
    await app.until(`${offered}.length > 20`)
    expect(await app.value(offered)).not.toContain('Push-Up')
    await app.tapAt('input[type=search]')
    await app.typeText('push-up')
    await app.until(`${offered}[0] === 'Push-Up'`)
    const [marked, unmarked] = (await app.value(
      `[...document.querySelectorAll('.picker .rows small')].map((line) => line.innerText)`,
    )) as string[]
    expect(marked).toEndWith(' · in this workout')
    expect(unmarked).not.toContain('in this workout')
  })
})
