import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { password, type TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { expectAccessible } from './accessible.ts'
import { type AppPage, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { hasHeading, isSynced, openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()
const isSheetOpen = `document.querySelector('dialog[open]') !== null`
const sheetText = `document.querySelector('dialog[open]').innerText`

/** Checks the accessibility of the page and its open sheet on phones. */
async function expectAccessibleOnPhones(app: AppPage): Promise<void> {
  await expectAccessible(app, [320, 390])
  await app.view(390)
}

/** Enters the day of the competition in the open sheet. */
async function chooseDay(app: AppPage, day: string): Promise<void> {
  await app.until(`document.querySelector('dialog[open] input[type=date]') !== null`)
  await app.value(`document.querySelector('input[type=date]').value = ${JSON.stringify(day)}; true`)
  await app.tap('Save')
  await app.until(`!(${isSheetOpen})`)
}

describe.skipIf(skipped)('the goals of a guest', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, server.listen())
    await untilAvailableOffline(app)
  }, 60_000)
  afterAll(() => browser?.close())

  test('are set on the You page, survive a reload, and are copied to the profile of a new account', async () => {
    await app.go('you')
    await app.tap('Workouts a week')
    await expectAccessibleOnPhones(app)
    await app.tap('4')
    await app.tap('Bodyweight')
    await expectAccessibleOnPhones(app)
    await app.tap('Lose')
    await app.tap('Competition')
    await expectAccessibleOnPhones(app)
    await chooseDay(app, '2031-05-17')
    await app.reload()
    await app.until(hasHeading('You'))
    const goals = `[...document.querySelectorAll('section')].find((section) => section.querySelector('h2')?.innerText === 'Goals').innerText`
    await app.until(`${goals}.includes('lose')`)
    expect(String(await app.value(goals)).replace(/\s+/g, ' ')).toMatch(
      /week 4 Bodyweight lose Competition .*17/,
    )
    await app.go('account/register')
    for (const [name, text] of [
      ['email', 'goals@example.com'],
      ['password', password],
    ] as const) {
      await app.tapAt(`input[name=${name}]`)
      await app.typeText(text)
    }
    await app.tap('Create account')
    await app.until(hasHeading('You'))
    await app.until(`JSON.parse(localStorage.getItem('replog.settings')).unsent.length === 0`)
    const { data } = await server.client.POST('/api/auth/login', {
      body: { email: 'goals@example.com', password },
    })
    expect(data?.user).toMatchObject({
      workoutsPerWeek: 4,
      bodyweightGoal: 'lose',
      competitionDay: '2031-05-17',
    })
  }, 60_000)
})

describe.skipIf(skipped)('the training of an account', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  const lastWorkout = async () => (await read<Schemas['WorkoutList']>(user, '/api/workouts?limit=1')).items[0]
  /** Opens a workout of the history. On a phone, its page has no visible h1, which `app.go` would wait for. */
  const openWorkout = async (id: string | undefined) => {
    await app.value(`location.hash = '#/history/${id}'; true`)
    await app.until(`document.querySelector('button[aria-label=More]')?.getClientRects().length > 0`)
  }
  const setting = (name: string) => `JSON.parse(localStorage.getItem('replog.settings')).${name}`

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 12, email: 'overreaches@example.com' })
    app = opened.app
    user = opened.user
  }, 60_000)
  afterAll(() => browser?.close())

  test('a setting changed offline is sent later, without overwriting another device’s changes', async () => {
    await app.go('you')
    await app.setOffline(true)
    await app.tap('Workouts a week')
    await app.tap('3')
    await app.until(`${setting('unsent')}.length === 1`)
    // Another device changes the profile in the meantime.
    await user.send('PATCH', '/api/users/me', {
      headers: { 'If-Match': '*' },
      body: { competitionDay: '2032-01-31' },
    })
    await app.setOffline(false)
    await app.value(`dispatchEvent(new Event('online'))`)
    await app.until(`${setting('unsent')}.length === 0`)
    expect(await read<Schemas['User']>(user, '/api/users/me')).toMatchObject({
      workoutsPerWeek: 3,
      competitionDay: '2032-01-31',
    })
    await app.reload()
    await app.until(`${setting('competitionDay')} === '2032-01-31'`)
    await app.tap('Competition')
    await app.tap('No competition')
    await app.until(`${setting('unsent')}.length === 0`)
    expect((await read<Schemas['User']>(user, '/api/users/me')).competitionDay).toBeUndefined()
  })

  test('a muscle that is marked as overreached reaches the server, which learns the same MRV as the app', async () => {
    const workout = await lastWorkout()
    await openWorkout(workout?.id)
    await app.tap('More')
    await app.tap('Too much for a muscle')
    await app.until(`${isSheetOpen} && ${sheetText}.includes('Too much')`)
    await expectAccessibleOnPhones(app)
    const muscleName = 'Quads'
    await app.tap(muscleName)
    await app.until(`document.querySelector('dialog[open] [aria-pressed=true]') !== null`)
    await app.tap('Close')
    await app.until(`document.body.innerText.includes('Too much for quads')`)
    await app.go('today')
    await app.until(isSynced)
    expect((await lastWorkout())?.overreached).toEqual(['quads'])
    const { items } = await read<Schemas['LandmarkTable']>(user, '/api/analytics/landmarks')
    const quads = items.find(({ muscle }) => muscle === 'quads')
    await app.go('progress')
    await app.until(`document.body.innerText.includes('range 8 to ${quads?.landmarks.mrv}')`)
    await app.tap(muscleName)
    await app.until(`${isSheetOpen} && ${sheetText}.includes('Growth starts')`)
    const text = String(await app.value(sheetText)).replace(/\s+/g, ' ')
    expect(quads?.learned?.text).toBeString()
    expect(text).toContain(quads?.learned?.text ?? '?')
    expect(text).toContain(
      `With 3 workouts a week: ${quads?.perWorkout?.min} to ${quads?.perWorkout?.max} sets in each`,
    )
    await expectAccessibleOnPhones(app)
    await app.tap('Close')
    await openWorkout(workout?.id)
    await app.tap('More')
    await app.tap('Too much for a muscle')
    await app.tap(muscleName)
    await app.until(`document.querySelector('dialog[open] [aria-pressed=true]') === null`)
    await app.tap('Close')
    await app.go('today')
    await app.until(isSynced)
    expect((await lastWorkout())?.overreached).toBeUndefined()
  }, 60_000)

  test('a workout with an empty list of overreached muscles shows none', async () => {
    const id = crypto.randomUUID()
    const sets = [{ type: 'normal', reps: 5, weight: { value: 60, unit: 'kg' } }]
    const exercises = [{ exerciseId: 'barbell-bench-press', sets }]
    // Earlier than the last workout, which other tests change.
    const startedAt = new Date(Date.parse((await lastWorkout())?.startedAt ?? '') - dayMs).toISOString()
    await user.send('POST', '/api/workouts', { body: { id, startedAt, overreached: [], exercises } })
    await app.reload()
    await app.until(isSynced)
    await openWorkout(id)
    expect(await app.value('document.body.innerText')).not.toContain('Too much')
  })

  test('the phase of a workout is set together with its name, and shown in the history', async () => {
    const workout = await lastWorkout()
    await app.go(`edit/${workout?.id}`)
    await app.tap('Name, times, note and phase')
    await expectAccessibleOnPhones(app)
    await app.tap('Deload')
    await app.tap('Save')
    await app.until(`!(${isSheetOpen})`)
    await openWorkout(workout?.id)
    await app.until(`document.querySelector('h2 + .badge')?.innerText === 'Deload'`)
    await app.go('today')
    await app.until(isSynced)
    expect(await lastWorkout()).toMatchObject({ name: workout?.name, phase: 'deload' })
  })

  test('a suggested exercise shows all its reasons, such as an upcoming competition', async () => {
    const day = new Date(Date.now() + 5 * dayMs).toLocaleDateString('sv')
    await user.send('PATCH', '/api/users/me', {
      headers: { 'If-Match': '*' },
      body: { competitionDay: day },
    })
    await app.go('suggest')
    // The app reads the profile, which another device may have changed, when it is opened.
    await app.reload()
    await app.until(`document.querySelector('.rows button') !== null`)
    await app.tapAt('.rows button')
    await app.until(`${isSheetOpen} && /Your competition is in \\d days: half the sets/.test(${sheetText})`)
    await expectAccessibleOnPhones(app)
    await app.tap('Close')
  })

  test('the app explains strength during a cut in the same words as the API', async () => {
    const path = '/api/analytics/progress?exerciseId=barbell-bench-press'
    const { bodyweight } = await read<Schemas['ExerciseProgress']>(user, path)
    expect(bodyweight?.text).toContain('In four weeks your bodyweight fell')
    await app.go('exercise/barbell-bench-press')
    await app.until(`document.body.innerText.includes(${JSON.stringify(bodyweight?.text)})`)
    await app.go('you')
    await app.tap('Bodyweight')
    await app.tap('Gain')
    await app.go('exercise/barbell-bench-press')
    await app.until(`document.body.innerText.includes('Every set')`)
    await app.until(`!document.body.innerText.includes('your bodyweight fell')`)
  })

  // This test runs last, because the others read the latest workout.
  test('a workout dated tomorrow doesn’t affect the learned MRV, either in the app or on the server', async () => {
    const set = { type: 'normal', reps: 12, weight: { value: 60, unit: 'kg' } }
    const calfRaises = (count: number) => [
      { exerciseId: 'machine-standing-calf-raise', sets: Array.from({ length: count }, () => set) },
    ]
    const create = async (
      id: string,
      daysAhead: number,
      setCount: number,
      overreached: Schemas['Muscle'][],
    ) => {
      const startedAt = new Date(Date.now() + daysAhead * dayMs).toISOString()
      const body = { id, startedAt, overreached, exercises: calfRaises(setCount) }
      expect((await user.send('POST', '/api/workouts', { body })).status).toBe(201)
    }
    const tomorrow = crypto.randomUUID()
    await create(crypto.randomUUID(), -1, 10, [])
    await create(tomorrow, 1, 1, ['calves'])
    const { items } = await read<Schemas['LandmarkTable']>(user, '/api/analytics/landmarks')
    expect(items.find(({ muscle }) => muscle === 'calves')?.learned).toBeUndefined()
    await app.go('today')
    await app.reload()
    await app.until(isSynced)
    await openWorkout(tomorrow)
    await app.until(`document.body.innerText.includes('Too much for calves')`)
    await app.go('progress')
    await app.tap('Calves')
    await app.until(`${isSheetOpen} && ${sheetText}.includes('Growth starts')`)
    expect(String(await app.value(sheetText))).not.toContain('learned')
  })
})
