import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { isSynced, logIn } from './app-with-log.ts'

const server = await testApp()
const email = 'many-sets@example.com'
const minute = 60_000
const weight = { value: 60, unit: 'kg' } as const

/** A workout of 12 exercises with 15 completed sets each, and until it has ended, another set that isn't done. */
function longWorkout(startedAt: number, endedAt?: number): Schemas['WorkoutInput'] {
  const done = Array.from({ length: 15 }, () => ({ type: 'normal', weight, reps: 8 }) as const)
  return {
    name: 'Upper body hypertrophy day with an extraordinarily long name',
    startedAt: new Date(startedAt).toISOString(),
    ...(endedAt !== undefined && { endedAt: new Date(endedAt).toISOString() }),
    exercises: Array.from({ length: 12 }, () => ({
      exerciseId: 'barbell-bench-press',
      sets: endedAt === undefined ? [...done, { type: 'normal', weight }] : done,
    })),
  }
}

/** A script that returns how far the page, or a set rail in it, extends beyond its width, in pixels. */
const excess = `Math.max(...[document.documentElement, ...document.querySelectorAll('main, main *')].map((element) =>
  element.matches('.rail, html') ? element.scrollWidth - element.clientWidth
  : element.getBoundingClientRect().right - innerWidth))`

describe.skipIf(skipped)('workouts of 192 and 180 sets', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    const user = await server.register({ email })
    const now = Date.now()
    const workouts = [longWorkout(now - 3000 * minute, now - 2900 * minute), longWorkout(now - 30 * minute)]
    for (const body of workouts) expect((await user.send('POST', '/api/workouts', { body })).status).toBe(201)
    browser = await startBrowser()
    app = await openApp(browser, server.listen())
    await untilAvailableOffline(app)
    await logIn(app, email)
    await app.go('today')
    await app.until(isSynced)
  }, 60_000)
  afterAll(() => browser?.close())

  test.each(['today', 'workout', 'history'])(
    '%s is not wider than a phone, and neither is a set rail',
    async (page) => {
      await app.go(page)
      await app.until(`document.querySelector('.rail') !== null`)
      for (const width of [320, 390]) {
        await app.view(width)
        expect(await app.value('innerWidth')).toBe(width)
        expect(await app.value(excess)).toBeLessThanOrEqual(0)
      }
    },
  )

  test('a long name leaves room for the sets below the header, which stays on screen', async () => {
    await app.go('workout')
    await app.view(320)
    await app.until(`document.querySelector('.wtop') !== null`)
    expect(await app.value(`document.querySelector('.wtop').offsetHeight`)).toBeLessThan(140)
  })
})
