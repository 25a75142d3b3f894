import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import {
  get,
  log,
  ownExercise,
  problemOf,
  reps,
  type SetInput,
  type Workout,
  weigh,
  workoutOf,
} from '../training.ts'

const app = await testApp({ now: Date.parse('2026-03-10T12:00:00Z') })
const bench = 'barbell-bench-press'

type Progress = Schemas['ExerciseProgress']

async function progress(user: TestUser, query = '', exerciseId = bench): Promise<Progress> {
  return (await get<Progress>(user, `/api/analytics/progress?exerciseId=${exerciseId}&${query}`)).body
}

/** 10:00, a number of days before today. */
const daysAgo = (days: number) => new Date(Date.parse('2026-03-10T10:00:00Z') - days * dayMs).toISOString()

/** Logs a set of one rep for each number of days ago, with its weight in kilograms, which is also the one-rep max. */
async function logSingles(user: TestUser, weights: Readonly<Record<number, number>>): Promise<void> {
  for (const [days, weight] of Object.entries(weights))
    await log(user, workoutOf(daysAgo(Number(days)), bench, reps(1, weight)))
}

test('a point has the best estimate, the top set, the totals, and the ids of their sets', async () => {
  const user = await app.register()
  const { body } = await log(
    user,
    workoutOf(
      daysAgo(0),
      bench,
      reps(10, 60, { type: 'warmup' }),
      reps(5, 100, { rpe: 8 }), // 7 effective reps: 123.33 by Epley.
      reps(3, 110, { rir: 0 }), // 3 effective reps: 121.
      reps(8, 80),
      reps(0, 150),
    ),
  )
  const ids = body.exercises[0]?.sets.map(({ id }) => id) ?? []
  const { points, ...report } = await progress(user)
  expect(points).toHaveLength(1)
  const [point] = points
  expect<unknown>({ ...point, setIds: point?.setIds.toSorted() }).toEqual({
    workoutId: body.id,
    startedAt: body.startedAt,
    day: '2026-03-10',
    value: 123.33,
    oneRepMax: {
      value: 123.33,
      low: 117.5,
      high: 124.03,
      unit: 'kg',
      confidence: 'medium',
      method: { id: 'e1rm.epley', parameters: { maxEffectiveReps: 12, maxRepsInReserve: 4 } },
      setId: ids[1],
    },
    topSet: { setId: ids[2], load: { value: 110, unit: 'kg' }, reps: 3 },
    volumeLoad: { value: 1470, unit: 'kg' },
    sets: 3,
    reps: 16,
    outlier: false,
    setIds: ids.slice(1, 4).sort(),
  })
  expect(report).toMatchObject({
    scope: 'exercise',
    exerciseId: bench,
    from: '2025-09-10',
    to: '2026-03-10',
    metric: 'one_rep_max',
    unit: 'kg',
    status: 'insufficient_data',
    unknownLoadSets: 0,
  })
  expect(report.trend).toBeUndefined()
  expect(report.methods.map(({ id }) => id)).toEqual([
    'e1rm.epley',
    'volume.load',
    'trend.theil-sen',
    'outlier.hampel',
    'progress.status',
  ])
})

test('the trend of 100, 101, 102, 103, 104 and 70, one per week, rises by 1 kg a week, and 70 is an outlier', async () => {
  const user = await app.register()
  await logSingles(user, { 35: 100, 28: 101, 21: 102, 14: 103, 7: 104, 0: 70 })
  const { trend, status, points } = await progress(user)
  expect(trend).toMatchObject({ slopePerDay: 0.142857, intercept: 100, percentPerFourWeeks: 3.94 })
  expect(status).toBe('improving')
  expect(points.map(({ outlier }) => outlier)).toEqual([false, false, false, false, false, true])
})

test('too few workouts or days are insufficient data', async () => {
  const user = await app.register()
  await logSingles(user, { 30: 100, 20: 101, 10: 102 })
  expect((await progress(user)).status).toBe('insufficient_data')
  const other = await app.register()
  await logSingles(other, { 20: 100, 15: 101, 10: 102, 5: 103, 0: 104 })
  expect((await progress(other)).status).toBe('insufficient_data')
  await logSingles(other, { 21: 100 })
  expect((await progress(other)).status).toBe('improving')
})

test('weeks without change are a plateau, even with a record by half a kilogram, until the last three weeks are better', async () => {
  const user = await app.register()
  const flat = { 56: 100, 49: 100, 42: 100, 35: 100, 28: 100, 22: 100, 14: 100, 7: 100 }
  await logSingles(user, flat)
  expect(await progress(user)).toMatchObject({ status: 'plateau', trend: { slopePerDay: 0 } })
  await logSingles(user, { 0: 100.5 })
  expect(await progress(user)).toMatchObject({ status: 'plateau', trend: { slopePerDay: 0 } })
  await logSingles(user, { 5: 102.5, 4: 102.5, 3: 102.5, 2: 102.5, 1: 102.5 })
  expect((await progress(user)).status).toBe('improving')
})

test('a record is a record of all time, not of the range', async () => {
  const user = await app.register()
  await logSingles(user, { 300: 120, 49: 100, 42: 100, 35: 100, 28: 100, 14: 100, 0: 100.5 })
  expect((await progress(user)).status).toBe('plateau')
  expect((await progress(user, 'from=2025-01-01')).points).toHaveLength(7)
})

test('decreasing values are declining', async () => {
  const user = await app.register()
  await logSingles(user, { 35: 104, 28: 103, 21: 102, 14: 101, 7: 100 })
  expect((await progress(user)).status).toBe('declining')
})

test('each formula has its own estimate, with the same range', async () => {
  const user = await app.register()
  await log(user, workoutOf(daysAgo(0), bench, reps(10, 100)))
  const expected = {
    epley: 133.33,
    brzycki: 133.33,
    lombardi: 125.89,
    mayhew: 130.93,
    oconner: 125,
    wathan: 134.75,
    lander: 134.07,
  }
  for (const [formula, value] of Object.entries(expected)) {
    const { points, methods } = await progress(user, `formula=${formula}`)
    const id = `e1rm.${formula}`
    expect(points[0]).toMatchObject({ value, oneRepMax: { value, low: 125, high: 134.75, method: { id } } })
    expect(methods[0]?.id).toBe(id)
  }
})

test('a set with over 12 reps to failure or more than 4 in reserve is listed without an estimate', async () => {
  const user = await app.register()
  await log(
    user,
    workoutOf(daysAgo(1), bench, reps(13, 80), reps(5, 90, { rir: 5 }), reps(9, 80, { rpe: 6 })),
  )
  const { points } = await progress(user)
  expect(points).toHaveLength(1)
  // 90 kg × 5 with at least 4 reps in reserve: 90 × (1 + 9/30).
  expect([points[0]?.oneRepMax, points[0]?.value, points[0]?.sets]).toEqual([undefined, 117, 3])
})

test('a plank is tracked by time, a run by distance, and jumps by reps', async () => {
  const user = await app.register()
  await log(user, workoutOf(daysAgo(0), 'plank', { type: 'normal', durationSeconds: 90 }))
  expect(await progress(user, '', 'plank')).toMatchObject({
    metric: 'duration',
    unit: 's',
    points: [{ value: 90, topSet: { durationSeconds: 90 } }],
  })
  const run = await ownExercise(user, { category: 'cardio', tracking: 'distance_duration' })
  const miles: SetInput = { type: 'normal', distance: { value: 3.1, unit: 'mi' }, durationSeconds: 1500 }
  await log(user, workoutOf(daysAgo(0), run.body.id, miles))
  expect(await progress(user, '', run.body.id)).toMatchObject({
    metric: 'distance',
    unit: 'm',
    points: [{ value: 4988.97, topSet: { distance: { value: 4988.97, unit: 'm' }, durationSeconds: 1500 } }],
  })
  const jump = await ownExercise(user, { tracking: 'reps' })
  await log(user, workoutOf(daysAgo(0), jump.body.id, reps(20), reps(25)))
  expect(await progress(user, '', jump.body.id)).toMatchObject({
    metric: 'reps',
    unit: 'reps',
    points: [{ value: 25 }],
  })
})

test('a bodyweight lift uses the bodyweight of its day, and unknown loads are counted', async () => {
  const user = await app.register()
  await log(user, workoutOf(daysAgo(2), 'pull-up', reps(1)))
  const withoutBodyweight = await progress(user, '', 'pull-up')
  expect([withoutBodyweight.unknownLoadSets, withoutBodyweight.points[0]?.oneRepMax]).toEqual([1, undefined])
  await log(user, { ...workoutOf(daysAgo(1), 'pull-up', reps(1, 20)), bodyweight: { value: 90, unit: 'kg' } })
  await weigh(user, daysAgo(0), 80)
  await log(user, { ...workoutOf(daysAgo(0), 'pull-up', reps(1, 20)), bodyweight: { value: 70, unit: 'kg' } })
  const withBodyweight = await progress(user, '', 'pull-up')
  expect(withBodyweight.points.map(({ oneRepMax }) => oneRepMax?.value)).toEqual([80, 110, 100])
  expect(withBodyweight.unknownLoadSets).toBe(0)
})

test('a per-hand weight counts once for strength and twice for volume', async () => {
  const user = await app.register()
  const { body } = await ownExercise(user, { perHand: true })
  await log(user, workoutOf(daysAgo(0), body.id, reps(1, 30)))
  expect((await progress(user, '', body.id)).points[0]).toMatchObject({
    value: 30,
    topSet: { load: { value: 30, unit: 'kg' } },
    volumeLoad: { value: 60, unit: 'kg' },
  })
})

test('figures and the trend are in pounds if requested', async () => {
  const user = await app.register()
  for (const [weeks, pounds] of [225, 227.5, 230, 232.5].entries())
    await log(
      user,
      workoutOf(
        daysAgo(28 - weeks * 7),
        bench,
        reps(1, undefined, { weight: { value: pounds, unit: 'lb' } }),
      ),
    )
  const report = await progress(user, 'unit=lb')
  expect(report.points.map(({ value }) => value)).toEqual([225, 227.5, 230, 232.5])
  expect(report.trend?.slopePerDay).toBeCloseTo(2.5 / 7, 4)
  expect([report.unit, report.points[0]?.oneRepMax?.unit, report.points[0]?.volumeLoad.unit]).toEqual([
    'lb',
    'lb',
    'lb',
  ])
})

test('an exercise without data gets an empty report; an unknown one gets 404', async () => {
  const user = await app.register()
  expect(await progress(user, '', 'plank')).toMatchObject({
    points: [],
    status: 'insufficient_data',
    unknownLoadSets: 0,
  })
  const missing = await user.send('GET', '/api/analytics/progress?exerciseId=no-such-lift')
  expect(problemOf(missing)).toEqual([404, 'not_found'])
})

test('two workouts on one day are two points, and an empty workout is none', async () => {
  const user = await app.register()
  const first = await log(user, workoutOf('2026-03-09T08:00:00Z', bench, reps(5, 100)))
  const second = await log(user, workoutOf('2026-03-09T18:00:00Z', bench, reps(5, 110)))
  await log(
    user,
    workoutOf('2026-03-09T20:00:00Z', bench, reps(5, 60, { type: 'warmup' }), { type: 'normal' }),
  )
  const { points } = await progress(user)
  expect(points.map(({ workoutId }) => workoutId)).toEqual([first.body.id, second.body.id])
  const deletion = await user.send('DELETE', `/api/workouts/${first.body.id}`, {
    headers: { 'If-Match': '*' },
  })
  expect(deletion.status).toBe(204)
  expect((await progress(user)).points.map(({ workoutId }) => workoutId)).toEqual([second.body.id])
})

test('an edited set, a replaced exercise and a moved start take effect immediately', async () => {
  const user = await app.register()
  const { body } = await log(user, workoutOf(daysAgo(1), bench, reps(1, 100)))
  const edit = async (change: (workout: Workout) => Schemas['WorkoutInput']) => {
    const response = await user.send('PUT', `/api/workouts/${body.id}`, {
      body: change(body),
      headers: { 'If-Match': '*' },
    })
    expect(response.status).toBe(200)
  }
  await edit(() => workoutOf(daysAgo(1), bench, reps(1, 105)))
  expect((await progress(user)).points.map(({ value }) => value)).toEqual([105])
  await edit(() => workoutOf(daysAgo(5), bench, reps(1, 105)))
  expect((await progress(user)).points.map(({ day }) => day)).toEqual(['2026-03-05'])
  await edit(() => workoutOf(daysAgo(5), 'barbell-row', reps(1, 105)))
  expect((await progress(user)).points).toEqual([])
  expect((await progress(user, '', 'barbell-row')).points).toHaveLength(1)
})

test('a lift that stays constant while the bodyweight decreases is holding', async () => {
  const user = await app.register()
  const days = Array.from({ length: 14 }, (_, index) => 52 - index * 4)
  for (const day of days) await weigh(user, daysAgo(day), 80 + day / 10)
  await logSingles(user, Object.fromEntries(days.map((day) => [day, 100])))
  const { status, bodyweight } = await progress(user)
  expect(status).toBe('holding')
  // In four weeks, 2.8 kg of 82.6 kg are lost.
  expect(bodyweight?.percentPerFourWeeks).toBe(-3.39)
})

test('bodyweights of workouts count like measurements, except those after the range', async () => {
  const user = await app.register()
  for (let day = 52; day >= 0; day -= 4) {
    const bodyweight = { value: 80 + day / 10, unit: 'kg' } as const
    await log(user, { ...workoutOf(daysAgo(day), bench, reps(1, 100)), bodyweight })
  }
  expect((await progress(user)).bodyweight?.percentPerFourWeeks).toBe(-3.39)
  expect((await progress(user, `to=${daysAgo(45).slice(0, 10)}`)).bodyweight).toBeUndefined()
})

test('a user whose goal is to lose weight is in a cut, and one whose goal is to gain weight is not', async () => {
  const user = await app.register()
  const isInCut = async (bodyweightGoal: 'lose' | 'gain') => {
    const body = { bodyweightGoal }
    const patched = await user.send('PATCH', '/api/users/me', { body, headers: { 'If-Match': '*' } })
    expect(patched.status).toBe(200)
    return (await progress(user)).bodyweight !== undefined
  }
  const days = Array.from({ length: 14 }, (_, index) => 52 - index * 4)
  await logSingles(user, Object.fromEntries(days.map((day) => [day, 100])))
  expect(await isInCut('lose')).toBe(true)
  for (const day of days) await weigh(user, daysAgo(day), 80 + day / 10)
  expect(await isInCut('lose')).toBe(true)
  expect(await isInCut('gain')).toBe(false)
})
