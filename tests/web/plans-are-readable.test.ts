import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, skipped } from './app-page.ts'
import { openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()

describe.skipIf(skipped)('the app', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 12, email: 'readable@example.com' })
    app = opened.app
    user = opened.user
  }, 60_000)
  afterAll(() => browser?.close())

  test('states the number of sets of the next workout, without warm-ups', async () => {
    await app.until(`document.querySelector('.plan .v') !== null`)
    const name = await app.value(`document.querySelector('.resume h2').innerText`)
    const { items } = await read<Schemas['WorkoutList']>(user, '/api/workouts?limit=12')
    const last = items.find((workout) => workout.name === name)
    const counts = last?.exercises.map(({ sets }) => sets.filter(({ type }) => type !== 'warmup').length)
    const shown = await app.value(
      `[...document.querySelectorAll('.plan .k')].map(({ innerText }) => +innerText)`,
    )
    expect(shown).toEqual(counts?.slice(0, 4))
    expect(last?.exercises.some(({ sets }) => sets.some(({ type }) => type === 'warmup'))).toBe(true)
  })

  test('names a weight and a range of reps once in a preview, however the reps differ', async () => {
    await app.go('preview/phul')
    await app.until(`document.body.innerText.includes(' at ')`)
    const texts = (await app.value(
      `[...document.querySelectorAll('.reasons small')].map((text) => text.innerText)`,
    )) as string[]
    expect(texts.filter((text) => /^\d+ × \d+–\d+ at [\d.]+ kg$/.test(text))).not.toEqual([])
    expect(texts.filter((text) => text.split('kg').length > 2)).toEqual([])
  })

  test('lists the trends of the main lifts first', async () => {
    await app.go('progress')
    await app.until(`document.body.innerText.includes('Strength')`)
    const strength = `[...document.querySelectorAll('.section')].find(({ innerText }) => innerText.startsWith('Strength'))`
    await app.until(`${strength}.querySelector('.rows') !== null`)
    const lifts = (await app.value(
      `[...${strength}.querySelectorAll('.rows b')].map(({ innerText }) => innerText)`,
    )) as string[]
    expect(lifts.slice(0, 3)).toEqual(['Barbell Back Squat', 'Barbell Bench Press', 'Barbell Deadlift'])
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
