import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, skipped } from './app-page.ts'
import { openAppWithLog } from './app-with-log.ts'

const server = await testApp()

describe.skipIf(skipped)('the app', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 12, email: 'readable@example.com' })
    app = opened.app
  }, 60_000)
  afterAll(() => browser?.close())

  test('gives the next workout the number of sets that it lists, without warm-ups', async () => {
    await app.until(`document.querySelector('.plan .v') !== null`)
    const [count, , sets] = (await app.value(
      `[...document.querySelectorAll('.plan > *')].slice(0, 3).map((part) => part.innerText)`,
    )) as string[]
    expect(String(sets?.split(',').length)).toBe(String(count))
  })

  test('names a weight once in a preview, however the reps differ', async () => {
    await app.go('preview/phul')
    await app.until(`document.body.innerText.includes(' at ')`)
    const texts = (await app.value(
      `[...document.querySelectorAll('.reasons small')].map((text) => text.innerText)`,
    )) as string[]
    expect(texts.filter((text) => /^\d+(–\d+)?\+?, .* at [\d.]+ kg$/.test(text))).not.toEqual([])
    expect(texts.filter((text) => text.split('kg').length > 2)).toEqual([])
  })

  test('shows a disabled button as such, even under the pointer', async () => {
    await app.go('today')
    await app.tap('Empty workout')
    await app.until(`document.querySelector('.pickdock .go') !== null`)
    const color = `getComputedStyle(document.querySelector('.pickdock .go')).backgroundColor`
    const move = (x: number, y: number) =>
      app.command('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y })
    await move(5, 5)
    const usual = await app.value(color)
    const [x, y] = (await app.value(`(() => {
      const { x, y, width, height } = document.querySelector('.pickdock .go').getBoundingClientRect()
      return [x + width / 2, y + height / 2]
    })()`)) as [number, number]
    await move(x, y)
    await app.until(`document.querySelector('.pickdock .go').matches(':hover')`)
    expect(await app.value(color)).toBe(usual)
  })
})
