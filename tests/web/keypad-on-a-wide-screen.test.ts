import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, doneSets, isStored, openApp, skipped, untilAvailableOffline } from './app-page.ts'

// Not in `beforeAll`, because the app would be closed when `beforeAll` ends.
const address = (await testApp()).listen()

describe.skipIf(skipped)('on a wide screen, the keypad is beside the sets', () => {
  let browser: Browser
  let app: AppPage

  /** A script that gives the texts of a set's cells. */
  const cellsOf = (set: number) =>
    `[...document.querySelectorAll('.set')[${set - 1}].querySelectorAll('.cell')].map(({ innerText }) => innerText).join(' × ')`
  const focus = async (set: number, selector: string) => {
    await app.value(`document.querySelectorAll('.set')[${set - 1}].querySelector('${selector}').focus()`)
  }
  const isPanelOpen = `document.querySelector('.inspector .pad') !== null`
  const isDialogOpen = `document.querySelector('dialog[open]') !== null`

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, address)
    await untilAvailableOffline(app)
    await app.view(1280)
    await app.tap('Start an empty workout')
    await app.tap('Barbell Bench Press')
    await app.tap('Add 1 exercise')
    await app.until(`document.querySelector('.set .cell') !== null`)
  }, 60_000)
  afterAll(() => browser?.close())

  test('typing a set needs no pointer: digits, Enter after each value, Space', async () => {
    await focus(1, '.cell')
    for (const key of '62.5') await app.press(key)
    await app.until(isPanelOpen)
    expect(await app.value(isDialogOpen)).toBe(false)
    await app.press('Enter')
    await app.until(`!(${isPanelOpen})`)
    await app.press('6')
    await app.press('Enter')
    await app.press(' ')
    await app.until(`${doneSets} === 1 && ${isStored}`)
    expect(await app.value(cellsOf(1))).toBe('62.5 × 6')
  })

  test('arrows move between sets, and apply what was typed', async () => {
    await focus(2, '.cell')
    await app.press('7')
    await app.press('0')
    await app.press('ArrowDown')
    await app.until(`${cellsOf(2)} === '70 × 8' && !(${isPanelOpen})`)
    await app.press('6')
    await app.press('ArrowUp')
    await app.until(`${cellsOf(3)} === '6 × 8'`)
    expect(await app.value(cellsOf(2))).toBe('70 × 8')
  })

  test('a click on another value or on the button that checks off the set applies what was typed', async () => {
    await focus(3, '.cell')
    for (const key of '65') await app.press(key)
    await app.value(`document.querySelectorAll('.set')[2].querySelectorAll('.cell')[1].click()`)
    await app.until(`${cellsOf(3)} === '65 × 8'`)
    await app.press('5')
    await app.value(`document.querySelectorAll('.set')[2].querySelector('.tick').click()`)
    await app.until(`${doneSets} === 2`)
    expect(await app.value(cellsOf(3))).toBe('65 × 5')
  })

  test('Escape discards what was typed', async () => {
    await focus(2, '.cell')
    await app.press('9')
    await app.until(`${cellsOf(2)} === '9 × 8' && ${isPanelOpen}`)
    await app.press('Escape')
    await app.until(`${cellsOf(2)} === '70 × 8' && !(${isPanelOpen})`)
  })

  test('a digit typed in the frame in which the keypad closed is not applied before the next digit', async () => {
    await focus(2, '.cell')
    await app.press('9')
    await app.until(isPanelOpen)
    await app.value(`(async () => {
      const type = (key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      type('Escape')
      while (${isPanelOpen}) await Promise.resolve()
      type('7')
      // The effects of this frame, and of the next one.
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      type('1')
      type('Enter')
    })()`)
    await app.until(`${cellsOf(2)} === '71 × 8' && !(${isPanelOpen})`)
  })

  test('leaving the workout applies what was typed', async () => {
    await focus(2, '.cell')
    await app.press('8')
    await app.press('0')
    await app.go('today')
    await app.go('workout')
    await app.until(`${cellsOf(2)} === '80 × 8'`)
    expect(app.errors).toEqual([])
  })
})
