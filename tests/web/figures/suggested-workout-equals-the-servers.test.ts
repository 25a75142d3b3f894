import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { expectBody, log, post, put, remove, reps, type WorkoutInput } from '#tests/handlers/training.ts'
import { login } from '#tests/support/accounts.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { type TestUser, userWith } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import type { SuggestQuestion } from '#web/figures/questions.ts'
import { train } from '../lifter.ts'
import { allOf, answersOf, chosenBy } from './answers-of.ts'

const now = Date.parse('2026-11-20T17:00:00Z')

/** The unit in which a log is shown, and the deleted exercises that it contains. */
interface Log {
  readonly unit?: Schemas['WeightUnit']
  readonly deleted?: readonly Schemas['Exercise'][]
}

/** What the server recommends, and what the app does with the same log. */
async function both(
  user: TestUser,
  request: Pick<SuggestQuestion, 'minutes'> & Partial<SuggestQuestion>,
  { unit = 'kg', deleted = [] }: Log = {},
) {
  const { at = now, minutes, exclude = [] } = request
  const response = await user.send('POST', `/api/recommendations/workout?unit=${unit}`, {
    body: { at: new Date(at).toISOString(), minutes, exclude },
  })
  const { methods, workout, ...server } = expectBody<Schemas['WorkoutRecommendation']>(response, 200)
  const { suggest } = await answersOf(user, { at, unit, deleted })
  const chosen = await chosenBy(user)
  const app = await suggest({ ...chosen, at, minutes, exclude, landmarks: request.landmarks })
  return { server: { ...server, workout: { exercises: workout.exercises } }, app }
}

const lengths = [20, 45, 75] as const

async function expectSame(user: TestUser, fields: Partial<SuggestQuestion> = {}, log: Log = {}) {
  for (const minutes of lengths) {
    const { server, app } = await both(user, { minutes, ...fields }, log)
    expect(app).toEqual(server)
  }
}

async function trainee(app: TestApp, weeks: number, until = now): Promise<TestUser> {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  await train(user, weeks, until)
  return user
}

const patch = async (user: TestUser, body: Schemas['UserPatch']) =>
  expectBody(await user.send('PATCH', '/api/users/me', { body, headers: { 'If-Match': '*' } }), 200)

const bench = (startedAt: number, ...sets: WorkoutInput['exercises'][number]['sets']): WorkoutInput => ({
  startedAt: new Date(startedAt).toISOString(),
  endedAt: new Date(startedAt + 3_600_000).toISOString(),
  exercises: [{ exerciseId: 'barbell-bench-press', sets }],
})

describe('the app suggests the same workout as the API', () => {
  test('without a log', async () => {
    const app = await testApp({ now })
    const user = await app.register()
    await expectSame(user)
    await patch(user, { experience: 'advanced', goal: 'strength', birthYear: 1960, workoutsPerWeek: 5 })
    await expectSame(user)
  })

  test.each(['kg', 'lb'] as const)('after half a year, in %s', async (unit) => {
    const app = await testApp({ now })
    const user = await trainee(app, 26)
    await expectSame(user, {}, { unit })
    const [first] = (await both(user, { minutes: 45 })).app.exercises
    await expectSame(user, { exclude: [first?.exerciseId ?? ''] }, { unit })
    await expectSame(user, { at: now + 3 * dayMs }, { unit })
  })

  test('with equipment, plates, a goal and a competition in the profile', async () => {
    const app = await testApp({ now })
    const user = await trainee(app, 16)
    await patch(user, {
      equipment: ['dumbbell', 'bodyweight'],
    })
    await expectSame(user)
    await patch(user, {
      equipment: null,
      plates: [
        { weight: { value: 20, unit: 'kg' }, pairs: 4 },
        { weight: { value: 5, unit: 'kg' }, pairs: 1 },
      ],
      bodyweightGoal: 'lose',
      workoutsPerWeek: 3,
    })
    await expectSame(user)
    await patch(user, { competitionDay: '2026-11-29' })
    await expectSame(user)
  })

  test.each([40, 120])('%i days after the last workout, and after returning', async (days) => {
    const app = await testApp({ now })
    const user = await trainee(app, 20, now - days * dayMs)
    await expectSame(user)
    await log(user, bench(now - 2 * dayMs, reps(5, 60), reps(5, 60)))
    await expectSame(user)
  })

  test('with doubted sets, some of which were done again later', async () => {
    const app = await testApp({ now })
    const user = await trainee(app, 8)
    const doubtsNow = async () =>
      (await allOf<Schemas['Workout']>(user, '/api/workouts')).flatMap(({ doubts = [] }) => doubts)
    await log(user, bench(now - 9 * dayMs, reps(5, 600), reps(5, 60)))
    await log(user, bench(now - 5 * dayMs, reps(5, 300), reps(5, 60)))
    expect(await doubtsNow()).toHaveLength(2)
    await expectSame(user)
    await log(user, bench(now - 2 * dayMs, reps(5, 300)))
    expect(await doubtsNow()).toHaveLength(1)
    await expectSame(user)
  })

  test('with phases, overreached muscles, and the user’s own landmarks', async () => {
    const app = await testApp({ now })
    const user = await trainee(app, 12)
    await log(user, {
      ...bench(now - 6 * dayMs, ...Array.from({ length: 12 }, () => reps(8, 50))),
      overreached: ['chest'],
    })
    await expectSame(user)
    await log(user, { ...bench(now - 3 * dayMs, reps(5, 40)), phase: 'deload' })
    await expectSame(user)
    await log(user, { ...bench(now - dayMs, reps(1, 70)), phase: 'peak' })
    await expectSame(user)
    const own = { mv: 4, mev: 14, mav: { min: 16, max: 18 }, mrv: 20 }
    await put(user, '/api/analytics/landmarks', { items: [{ muscle: 'lats', ...own }] }, '*')
    await expectSame(user, { landmarks: { lats: { ...own, source: 'the user' } } })
  })

  test('with reports of sore muscles, and after them', async () => {
    const app = await testApp({ now })
    const user = await trainee(app, 12)
    const report = async (muscle: string, soreness: number, at: number) =>
      expectBody(
        await user.send('PUT', `/api/analytics/fatigue/${muscle}`, {
          body: { soreness, at: new Date(at).toISOString() },
        }),
        200,
      )
    const before = (await both(user, { minutes: 75 })).app
    await report('quads', 9, now - 3 * 3_600_000)
    await report('chest', 7, now - 30 * 3_600_000)
    await report('lats', 8, now + 3_600_000)
    expect((await both(user, { minutes: 75 })).app).not.toEqual(before)
    await expectSame(user)
    await expectSame(user, { at: now + 2 * dayMs })
  })

  test('with chosen schemes, weeks after they were chosen, and once a choice is reverted', async () => {
    const then = now - 40 * dayMs
    const app = await testApp({ now: then })
    const { email } = await app.register({ timeZone: 'Europe/Berlin' })
    const userNow = async () => userWith(app, (await login(app, { email })).json<Schemas['Tokens']>())
    const earlier = await userNow()
    await train(earlier, 30, then)
    const schemes = {
      'barbell-bench-press': { scheme: 'linear', sets: 5, reps: 5 },
      'barbell-back-squat': { scheme: 'five_three_one' },
      'barbell-row': { scheme: 'double', sets: 4, minReps: 6, maxReps: 9 },
    } as const satisfies Record<string, Schemas['ProgressionScheme']>
    const before = (await both(earlier, { at: then, minutes: 75 })).app
    for (const [id, scheme] of Object.entries(schemes))
      await put(earlier, `/api/exercises/${id}/progression`, scheme, '*')
    expect((await both(earlier, { at: then, minutes: 75 })).app).not.toEqual(before)
    await expectSame(earlier, { at: then })
    app.clock.now = now
    const later = await userNow()
    await train(later, 5, now)
    await expectSame(later)
    await remove(later, '/api/exercises/barbell-row/progression')
    await expectSame(later)
  })

  test('with a custom exercise and a deleted one', async () => {
    const app = await testApp({ now })
    const user = await trainee(app, 4)
    const input: Schemas['ExerciseInput'] = {
      name: 'Belt Squat',
      category: 'legs',
      equipment: 'machine',
      tracking: 'weight_reps',
      engagement: [{ muscle: 'quads', percent: 90 }],
    }
    const created: Schemas['Exercise'][] = []
    for (const name of ['Belt Squat', 'Old Machine'])
      created.push((await post<Schemas['Exercise']>(user, '/api/exercises', { ...input, name })).body)
    for (const day of [12, 8, 4])
      await log(user, {
        ...bench(now - day * dayMs),
        exercises: created.map(({ id }) => ({ exerciseId: id, sets: [reps(8, 80), reps(8, 80)] })),
      })
    await expectSame(user)
    const [, old] = created
    if (!old) return expect.unreachable()
    await remove(user, `/api/exercises/${old.id}`)
    await expectSame(user, {}, { deleted: [{ ...old, deletedAt: new Date(now).toISOString() }] })
  })
})
