import { afterAll, beforeAll, describe, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { dayMs } from '#training/day-ms.ts'
import { type AppPage, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { isSynced, logIn } from './app-with-log.ts'

const server = await testApp()
const email = 'later-weeks@example.com'

describe.skipIf(skipped)('a program with an exercise that is only for its third week', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    const user = await server.register({ email })
    const slot = (exerciseId: string, more = {}) => ({
      key: exerciseId,
      exerciseId,
      sets: [{ reps: { min: 12, max: 12 } }],
      ...more,
    })
    const program = await user.client.POST('/api/programs', {
      body: {
        name: 'Three weeks',
        days: [{ key: 'all', slots: [slot('push-up'), slot('pull-up', { weeks: ['third'] })] }],
        weeks: ['first', 'second', 'third'].map((key) => ({ key, days: ['all'] })),
      },
    })
    await user.client.POST('/api/runs', {
      body: { programId: program.data?.id ?? '', programRevision: 1, lifts: [], decisions: [] },
    })
    await user.client.POST('/api/workouts', {
      body: {
        startedAt: new Date(Date.now() - 2 * dayMs).toISOString(),
        endedAt: new Date(Date.now() - 2 * dayMs + 1).toISOString(),
        exercises: [{ exerciseId: 'pull-up', sets: [{ type: 'normal', reps: 10 }] }],
      },
    })
    app = await openApp(browser, server.listen())
    await untilAvailableOffline(app)
    await logIn(app, email)
    await app.go('today')
    await app.until(isSynced)
  }, 60_000)
  afterAll(() => browser?.close())

  test('shows that week as the exercise’s next time', async () => {
    await app.go('exercise/pull-up')
    await app.until(`document.querySelector('main').innerText.includes('Three weeks, week 3, day 1')`)
  })
})
