import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { expectBody, log, problemOf, reps, weigh, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })

async function read<Report>(user: TestUser, path: string): Promise<Report> {
  return expectBody(await user.send('GET', `/api/analytics/${path}`), 200)
}

/** Logs workouts whose loads are 300, 0, 420, 0, 675, 90 and 0 from the 24th on. */
async function logWeek(user: TestUser) {
  const loads = [300, 0, 420, 0, 675, 90, 0]
  for (const [day, load] of loads.entries()) {
    if (load === 0) continue
    const startedAt = `2026-06-${24 + day}T10:00:00.000Z`
    const endedAt = new Date(Date.parse(startedAt) + (load / 7.5) * 60_000).toISOString()
    await log(user, { ...workoutOf(startedAt, 'pull-up', reps(5)), endedAt, exertion: 7.5 })
  }
}

test('load: a week has its sum, monotony and strain, and lists workouts without a load', async () => {
  const user = await app.register()
  await logWeek(user)
  const { body } = await log(user, workoutOf('2026-06-26T18:00:00Z', 'pull-up', reps(5)))
  const report = await read<Schemas['TrainingLoadReport']>(user, 'load?from=2026-06-24&to=2026-06-30')
  expect(report.days.map(({ load }) => load)).toEqual([300, 0, 420, 0, 675, 90, 0])
  expect(report.days.at(-1)?.week).toEqual({ sum: 1485, monotony: 0.871, strain: 1293.69 })
  expect(report.unknownWorkoutIds).toEqual([body.id])
  expect(report.days.some(({ acuteChronic }) => acuteChronic)).toBe(false)
})

test('load: the means of a range are correct long after the first workout', async () => {
  const user = await app.register()
  const workout = workoutOf('2020-01-01T10:00:00.000Z', 'pull-up', reps(5))
  await log(user, { ...workout, endedAt: '2020-01-01T11:00:00.000Z', exertion: 5 })
  const { days } = await read<Schemas['TrainingLoadReport']>(user, 'load?from=2026-06-30&to=2026-06-30')
  expect(days).toEqual([
    {
      day: '2026-06-30',
      load: 0,
      workoutIds: [],
      week: { sum: 0 },
      acuteChronic: { acute: 0, chronic: 0, ratio: 0 },
    },
  ])
})

test('load: the means start with the first workout whose load is known', async () => {
  const user = await app.register()
  const workout = workoutOf('2020-01-01T10:00:00.000Z', 'pull-up', reps(5))
  await log(user, { ...workout, exertion: 5 })
  const later = { ...workout, startedAt: '2020-02-01T10:00:00.000Z', endedAt: '2020-02-01T11:00:00.000Z' }
  await log(user, later)
  const load = () => read<Schemas['TrainingLoadReport']>(user, 'load?from=2026-06-30&to=2026-06-30')
  expect((await load()).days[0]).not.toHaveProperty('acuteChronic')
  await log(user, { ...later, startedAt: '2020-02-01T10:30:00.000Z', exertion: 5 })
  expect((await load()).days[0]).toHaveProperty('acuteChronic')
})

test('strength: there are totals and points once sex, bodyweight and all three lifts are known', async () => {
  const user = await app.register()
  expect(await read<Schemas['StrengthReport']>(user, 'strength')).toMatchObject({
    status: 'insufficient_data',
    missing: ['squat', 'bench_press', 'deadlift', 'sex', 'bodyweight'],
  })
  await user.send('PATCH', '/api/users/me', { body: { sex: 'male' }, headers: { 'If-Match': '*' } })
  await weigh(user, '2026-06-01T07:00:00Z', 100)
  await log(user, {
    startedAt: '2026-06-10T10:00:00Z',
    exercises: [
      { exerciseId: 'barbell-back-squat', sets: [reps(1, 350), reps(3, 330)] },
      { exerciseId: 'barbell-bench-press', sets: [reps(1, 250)] },
      { exerciseId: 'barbell-deadlift', sets: [reps(1, 400, { confirmed: true })] },
    ],
  })
  const report = await read<Schemas['StrengthReport']>(user, 'strength')
  expect(report).toMatchObject({
    status: 'ok',
    lifted: { total: { value: 1000, unit: 'kg' }, dots: 615.52, wilks: 608.59 },
    sex: 'male',
    bodyweight: { value: 100, unit: 'kg' },
    missing: [],
  })
  expect(report.estimated?.total.value).toBe(1013)
  expect((await read<Schemas['StrengthReport']>(user, 'strength?from=2026-06-11')).lifted).toBeUndefined()
})

test('strength: the bodyweight is the one of the last day, not of the day after', async () => {
  const user = await app.register()
  for (const [day, kilograms] of [
    ['01', 100],
    ['20', 99],
    ['21', 90],
  ] as const)
    await weigh(user, `2026-06-${day}T07:00:00Z`, kilograms)
  const bodyweightOn = async (day: string) =>
    (await read<Schemas['StrengthReport']>(user, `strength?to=2026-06-${day}`)).bodyweight?.value
  expect(await bodyweightOn('19')).toBe(100)
  expect(await bodyweightOn('20')).toBe(99)
  expect(await bodyweightOn('21')).toBe(90)
})

test('strength: a workout counts on the day in its own time zone', async () => {
  const user = await app.register({ timeZone: 'UTC' })
  const workout = workoutOf('2026-06-09T18:00:00Z', 'barbell-back-squat', reps(1, 200))
  await log(user, { ...workout, timeZone: 'Pacific/Auckland' })
  const squatIn = async (range: string) =>
    (await read<Schemas['StrengthReport']>(user, `strength?${range}`)).missing.includes('squat') === false
  expect(await squatIn('from=2026-06-10')).toBe(true)
  expect(await squatIn('to=2026-06-10')).toBe(true)
  expect(await squatIn('to=2026-06-09')).toBe(false)
  expect(await squatIn('from=2026-06-11')).toBe(false)
})

test('calendar: a workout that lasts past midnight belongs to the day on which it started', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  const workout = workoutOf('2026-06-09T21:30:00.000Z', 'barbell-bench-press', reps(5, 100))
  const { body } = await log(user, { ...workout, endedAt: '2026-06-09T22:30:00.000Z' })
  const report = await read<Schemas['CalendarReport']>(user, 'calendar')
  expect(report.days).toHaveLength(365)
  expect(report.days.filter(({ level }) => level > 0)).toEqual([
    {
      day: '2026-06-09',
      workoutIds: [body.id],
      sets: 1,
      reps: 5,
      volumeLoad: { value: 500, unit: 'kg' },
      durationSeconds: 3600,
      level: 1,
    },
  ])
})

test('summary: the figures of this week and last week, the streak, and the sets of each muscle', async () => {
  const user = await app.register()
  expect(await read<Schemas['TrainingSummary']>(user, 'summary')).toMatchObject({
    status: 'insufficient_data',
    workouts: 0,
    streakWeeks: 0,
  })
  for (const day of ['15', '23', '29']) {
    await log(user, workoutOf(`2026-06-${day}T10:00:00Z`, 'barbell-bench-press', reps(5, 100), reps(5, 100)))
  }
  const summary = await read<Schemas['TrainingSummary']>(user, 'summary')
  expect(summary).toMatchObject({
    status: 'ok',
    workouts: 3,
    streakWeeks: 3,
    lastWorkout: { startedAt: '2026-06-29T10:00:00.000Z', day: '2026-06-29' },
    thisWeek: { from: '2026-06-29', to: '2026-06-30', workouts: 1, sets: 2 },
    lastWeek: { from: '2026-06-22', to: '2026-06-28', workouts: 1, sets: 2 },
  })
  expect(summary.muscles.find(({ muscle }) => muscle === 'chest')).toMatchObject({ directSets: 2 })
})

test.each(['calendar?', 'load?', 'strength?', 'records?exerciseId=pull-up&'])(
  'a range of %s that is reversed or too long is rejected',
  async (report) => {
    const user = await app.register()
    for (const range of ['from=2026-02-01&to=2026-01-01', 'from=2001-01-01&to=2026-01-01']) {
      expect(problemOf(await user.send('GET', `/api/analytics/${report}${range}`))).toEqual([
        422,
        'validation_failed',
        'from range',
      ])
    }
  },
)
