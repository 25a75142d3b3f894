import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { type AppPage, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { isSynced, logIn, read } from './app-with-log.ts'

const server = await testApp()

/**
 * Starts a program with 100 kg for each lift, and does its first workouts, two days apart, as prescribed, or with 60
 * kg.
 */
async function train(user: TestUser, programId: string, workouts: number): Promise<void> {
  const { lifts = [] } = await read<Schemas['Program']>(user, `/api/programs/${programId}`)
  const base = { value: 100, unit: 'kg' } as const
  const { data: run } = await user.client.POST('/api/runs', {
    body: { programId, programRevision: 1, lifts: lifts.map(({ key }) => ({ lift: key, base })) },
  })
  for (let index = 0; index < workouts; index++) {
    const { workout } = await read<Schemas['NextWorkout']>(user, `/api/runs/${run?.id}/next`)
    if (!workout) throw new Error('the program has ended')
    const startedAt = new Date(Date.now() - 2 * (workouts - index) * dayMs).toISOString()
    const exercises = workout.exercises.map(({ sets = [], ...exercise }) => ({
      ...exercise,
      sets: sets.map((set) => ({
        weight: { value: 60, unit: 'kg' as const },
        ...set,
        reps: set.target?.reps?.min ?? 8,
        completedAt: startedAt,
      })),
    }))
    const { response } = await user.client.POST('/api/workouts', {
      body: { ...workout, startedAt, endedAt: startedAt, exercises },
    })
    expect(response.status).toBe(201)
  }
}

/** Opens the app as a user, and starts the next workout. */
async function startNext(browser: Browser, { email }: TestUser): Promise<AppPage> {
  const app = await openApp(browser, server.listen())
  await untilAvailableOffline(app)
  await logIn(app, email)
  await app.go('today')
  await app.until(isSynced)
  await app.tap('Start ')
  return app
}

describe.skipIf(skipped)('“Last time” of an entry of a program is', () => {
  test.each([
    // The second week has other days; the last squats of the first week were a single heavy set.
    ['the same kind of day of the other week', 'texas-method', 3, Array(5).fill('90 × 5')],
    // The squats of both days are the same.
    [
      'that of the other day, if both days have the same lift',
      'stronglifts-5x5',
      3,
      Array(5).fill('105 × 5'),
    ],
    // Squats are heavy on the first day and light on the third.
    ['that of the day with the same effort', 'gzclp', 4, Array(5).fill('60 × 3')],
    // The sets of the second week are for fewer reps.
    [
      'that of the same day last week, if its sets were for other reps',
      '531-for-beginners',
      3,
      ['65 × 5', '75 × 5', '85 × 5', ...Array(5).fill('65 × 5')],
    ],
  ])(
    '%s',
    async (_, program, workouts, expected) => {
      const user = await server.register()
      await train(user, program, workouts)
      const browser = await startBrowser()
      try {
        const app = await startNext(browser, user)
        await app.until(`document.querySelector('.set.now') !== null`)
        const shown = await app.value(`[...[...document.querySelectorAll('.ex')]
        .find((entry) => entry.innerText.includes('Back Squat')).querySelectorAll('.set .last')]
        .map((last) => last.innerText.replace(/^Last time\\s+/, ''))`)
        expect(shown).toEqual(expected)
      } finally {
        await browser.close()
      }
    },
    60_000,
  )

  test.each([
    ['left out of the summary if there is none of the kind', 1, 'Finish, drop', undefined],
    ['in the summary only for exercises that have one', 3, 'Finish', ['Lat Pulldown']],
  ])(
    '%s',
    async (_, loggedExercises, finish, expected) => {
      const user = await server.register()
      // Both lifts of the third day were done on the first, for other reps.
      await train(user, 'gzclp', 2)
      const browser = await startBrowser()
      try {
        const app = await startNext(browser, user)
        for (let exercise = 1; exercise <= loggedExercises; exercise++) {
          await app.tapAt(`.ex:nth-child(${exercise} of .ex) .tick`)
          await app.until(`document.querySelectorAll('.set.done').length === ${exercise}`)
        }
        await app.tap('Finish')
        await app.tap(finish)
        await app.until(`document.querySelector('.stats') !== null`)
        const compared = `[...document.querySelectorAll('.section')]
        .find((section) => section.innerText.startsWith('Compared with last time'))`
        const names = `(${compared})?.querySelectorAll('.rows b')`
        expect(await app.value(`${names} && [...${names}].map((name) => name.innerText)`)).toEqual(expected)
      } finally {
        await browser.close()
      }
    },
    60_000,
  )
})
