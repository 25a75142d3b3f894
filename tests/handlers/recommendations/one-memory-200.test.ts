import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { expectBody, get, log, reps, type SetInput, type Workout, workoutOf } from '../training.ts'

// All figures and recommendations of an exercise agree, because they are based on the same memory.

const now = Date.parse('2026-06-29T08:00:00Z')
const app = await testApp({ now })
const bench = 'barbell-bench-press'

const read = async <Body>(user: TestUser, path: string) => (await get<Body>(user, `/api/${path}`)).body
const timeOf = (daysAgo: number) => new Date(now - daysAgo * dayMs).toISOString()
const logBench = async (
  user: TestUser,
  daysAgo: number,
  sets: SetInput[],
  phase?: Schemas['TrainingPhase'],
) => (await log(user, { ...workoutOf(timeOf(daysAgo), bench, ...sets), ...(phase && { phase }) })).body
const next = async (user: TestUser) => {
  const report = await read<Schemas['ProgressionReport']>(
    user,
    `recommendations/progression?exerciseId=${bench}`,
  )
  const [item] = report.items
  if (item?.status !== 'prescription') throw new Error(JSON.stringify(item))
  return { item, report }
}
const workout = async (user: TestUser) =>
  expectBody<Schemas['WorkoutRecommendation']>(
    await user.send('POST', '/api/recommendations/workout', { body: { minutes: 60, focus: ['chest'] } }),
    200,
  ).exercises.find(({ exerciseId }) => exerciseId === bench)
const progress = (user: TestUser) =>
  read<Schemas['ExerciseProgress']>(user, `analytics/progress?exerciseId=${bench}`)

describe('a probable typing error', async () => {
  const user = await app.register()
  for (const daysAgo of [24, 20, 16, 12, 8]) await logBench(user, daysAgo, [reps(8, 80), reps(8, 80)])
  const withErrors = await logBench(user, 4, [reps(8, 80), reps(8, 800), reps(80, 80)])
  const wrongSetIds = withErrors.exercises[0]?.sets.slice(1).map(({ id }) => id)
  const idsIn = (body: unknown) => {
    const text = JSON.stringify({ ...(body as object), doubts: undefined })
    return wrongSetIds?.filter((id) => text.includes(id))
  }

  test.each([
    `recommendations/progression?exerciseId=${bench}`,
    `analytics/progress?exerciseId=${bench}`,
    `analytics/records?exerciseId=${bench}`,
    'analytics/records',
    'analytics/strength',
    'analytics/fatigue',
    'analytics/volume',
  ])('is listed in %s, but excluded from its figures', async (path) => {
    const body = await read<{ readonly doubts?: Schemas['DoubtedSets'] }>(user, path)
    expect([idsIn(body), body.doubts?.map(({ setId }) => setId).sort()]).toEqual([
      [],
      wrongSetIds?.toSorted(),
    ])
  })

  test('is listed in its workout, with the probable values', async () => {
    const { doubts } = await read<Workout>(user, `workouts/${withErrors.id}`)
    expect(doubts?.map(({ meant }) => [meant?.weight?.value, meant?.reps])).toEqual([
      [80, 8],
      [80, 8],
    ])
  })

  test('does not affect the recommended workout, which has the next prescription', async () => {
    const { item } = await next(user)
    expect((await workout(user))?.sets).toEqual(item.sets)
    expect(item.sets[0]?.weight?.value).toBeLessThanOrEqual(82.5)
  })
})

describe('a deload', async () => {
  const user = await app.register()
  for (const [index, daysAgo] of [30, 27, 24, 21, 18, 15, 12, 9, 6].entries())
    await logBench(user, daysAgo, [reps(6, 80 + 2.5 * index), reps(6, 80 + 2.5 * index)])
  const before = await progress(user)
  const strengthBefore = await read<Schemas['StrengthReport']>(user, 'analytics/strength')
  await logBench(user, 3, [reps(5, 60), reps(5, 60)], 'deload')

  test('does not lower the trend, the status or the strength', async () => {
    const after = await progress(user)
    expect([after.status, after.trend, after.plateau]).toEqual([before.status, before.trend, before.plateau])
    expect(after.points).toHaveLength(before.points.length + 1)
    const strength = await read<Schemas['StrengthReport']>(user, 'analytics/strength')
    expect(strength.lifts).toEqual(strengthBefore.lifts)
  })

  test('causes fatigue, and the next prescription returns to the usual weight', async () => {
    const { muscles } = await read<Schemas['FatigueReport']>(user, `analytics/fatigue?at=${timeOf(2.5)}`)
    expect(muscles.find(({ muscle }) => muscle === 'chest')?.fatigue).toBeGreaterThan(0)
    const { item } = await next(user)
    expect(item.rule).toBe('memory.return')
    expect((await workout(user))?.sets).toEqual(item.sets)
  })
})

describe('a long break', async () => {
  const user = await app.register()
  for (const daysAgo of [150, 147, 144, 141, 138]) await logBench(user, daysAgo, [reps(6, 90), reps(6, 90)])

  test('is followed by the same weight and one-rep max everywhere, and leaves no fatigue', async () => {
    const { item } = await next(user)
    expect(item.rule).toBe('memory.comeback')
    expect(item.sets[0]?.weight?.value).toBeLessThan(90)
    expect((await workout(user))?.sets).toEqual(item.sets)
    expect((await progress(user)).expected).toEqual(item.oneRepMax)
    const { muscles } = await read<Schemas['FatigueReport']>(user, 'analytics/fatigue')
    expect(muscles.every(({ fatigue }) => fatigue === 0)).toBe(true)
  })
})

test('with heavy and light days, all figures expect the same one-rep max on the next day', async () => {
  const user = await app.register()
  for (let turn = 0; turn < 14; turn++) {
    const sets = turn % 2 === 0 ? [reps(3, 110), reps(3, 110)] : [reps(10, 80), reps(10, 80)]
    await logBench(user, 3 * (14 - turn), sets)
  }
  const { item } = await next(user)
  expect(item.oneRepMax).toBeDefined()
  expect((await progress(user)).expected).toEqual(item.oneRepMax)
  const { data: plan } = await user.client.POST('/api/programs/plan', {
    body: { goal: 'strength', sessionsPerWeek: 3, minutes: 60, experience: 'intermediate' },
  })
  const key = plan?.program.lifts?.find(({ exerciseId }) => exerciseId === bench)?.key
  const base = plan?.lifts.find(({ lift }) => lift === key)?.base.value
  expect(base).toBeCloseTo(0.9 * (item.oneRepMax?.value ?? 0), 0)
})
