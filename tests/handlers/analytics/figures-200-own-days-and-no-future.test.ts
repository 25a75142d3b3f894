import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { get, log, ownExercise, reps, setTimeZone, weigh, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-10-31T12:00:00Z') })
const bench = 'barbell-bench-press'

const read = async <Report>(user: TestUser, path: string) =>
  (await get<Report>(user, `/api/analytics/${path}`)).body

/** The days to which each report assigns the user's only workout. */
async function daysOf(user: TestUser) {
  const range = 'from=2026-10-01&to=2026-10-31'
  const calendar = await read<Schemas['CalendarReport']>(user, `calendar?${range}`)
  const volume = await read<Schemas['VolumeReport']>(user, `volume?${range}&bucket=day`)
  const progress = await read<Schemas['ExerciseProgress']>(user, `progress?exerciseId=${bench}&${range}`)
  const load = await read<Schemas['TrainingLoadReport']>(user, `load?${range}`)
  const benchRecords = await read<Schemas['ExerciseRecords']>(user, `records?exerciseId=${bench}`)
  const allRecords = await read<Schemas['AllRecords']>(user, 'records')
  const { lastWorkout, allTime } = await read<Schemas['TrainingSummary']>(user, 'summary')
  return [
    ...calendar.days.filter(({ sets }) => sets > 0).map(({ day }) => day),
    ...volume.buckets.filter(({ exercises }) => exercises.length > 0).map(({ from }) => from),
    ...progress.points.map(({ day }) => day),
    ...load.days.filter(({ workoutIds }) => workoutIds.length > 0).map(({ day }) => day),
    benchRecords.current[0]?.day,
    allRecords.current?.[0]?.records[0]?.day,
    lastWorkout?.day,
    allTime.firstWorkout?.day,
  ]
}

describe('reports assign a workout to the day in its own time zone', () => {
  test.each([
    ['an evening in New York', '2026-10-10T19:00:00-04:00', undefined, 0, '2026-10-10'],
    ['a morning in Tokyo', '2026-10-11T06:00:00+09:00', undefined, 0, '2026-10-11'],
    ['a night before the day starts', '2026-10-11T03:59:00-04:00', undefined, 4, '2026-10-10'],
    ['when the day starts', '2026-10-11T04:00:00-04:00', undefined, 4, '2026-10-11'],
    ['the hour that occurred twice in Berlin', '2026-10-25T01:30:00Z', 'Europe/Berlin', 3, '2026-10-24'],
    ['the end of a day of 25 hours', '2026-10-25T22:30:00Z', 'Europe/Berlin', 0, '2026-10-25'],
  ])('%s', async (_, startedAt, timeZone, dayStartHour, day) => {
    const user = await app.register({ timeZone: 'Europe/Berlin', dayStartHour })
    const start = Date.parse(startedAt)
    await log(user, {
      ...workoutOf(startedAt, bench, reps(5, 100)),
      ...(timeZone && { timeZone }),
      endedAt: new Date(start + 3_600_000).toISOString(),
      exertion: 7,
    })
    const days = await daysOf(user)
    expect(days).toEqual(days.map(() => day))
    expect(days).toHaveLength(8)
    await setTimeZone(user, 'Pacific/Kiritimati')
    expect(await daysOf(user)).toEqual(days)
  })
})

test('a streak of weeks counts workouts on the days in their own time zones', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  // Sundays in New York, when it is already Monday in Berlin.
  for (const day of ['25', '18', '11'])
    await log(user, workoutOf(`2026-10-${day}T22:00:00-04:00`, bench, reps(5, 100)))
  expect((await read<Schemas['TrainingSummary']>(user, 'summary')).streakWeeks).toBe(3)
})

test('a long streak of weeks counts workouts in the first and last minutes of a week, but not warm-ups', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  const monday = Date.parse('2026-10-26T00:00:00Z')
  // On the clock of each workout's own time zone, far from UTC.
  const edges = ['00:00:00+14:00', '23:59:59-11:00']
  const startOf = (week: number) => {
    const day = monday - 7 * week * dayMs + (week % 2) * 6 * dayMs
    return `${new Date(day).toISOString().slice(0, 10)}T${edges[week % 2]}`
  }
  const setOf = (week: number) => (week === 21 ? reps(5, 100, { type: 'warmup' }) : reps(5, 100))
  await Promise.all(
    Array.from({ length: 25 }, (_, week) => log(user, workoutOf(startOf(week), bench, setOf(week)))),
  )
  expect((await read<Schemas['TrainingSummary']>(user, 'summary')).streakWeeks).toBe(21)
})

test('figures exclude workouts in the future, even if the range includes the workouts', async () => {
  const user = await app.register()
  const pastWorkout = workoutOf('2026-10-01T10:00:00Z', bench, reps(5, 100))
  await log(user, pastWorkout)
  const paths = [
    'volume?from=2026-09-01&to=2027-12-31&bucket=month',
    `progress?exerciseId=${bench}&from=2026-09-01&to=2027-12-31`,
    'progress?from=2026-09-01&to=2027-12-31',
    'records?from=2026-09-01&to=2027-12-31',
    `records?exerciseId=${bench}&from=2026-09-01&to=2027-12-31`,
    'summary',
    'calendar?from=2026-10-01&to=2027-09-30',
    'load?from=2026-09-01&to=2027-12-31',
    'strength?from=2026-09-01&to=2027-12-31',
    'fatigue?at=2027-12-06T10:00:00Z',
  ]
  const allFigures = async () => Promise.all(paths.map((path) => read<object>(user, path)))
  const figuresBefore = await allFigures()
  const futureWorkout = { ...workoutOf('2027-12-05T10:00:00Z', bench, reps(5, 300)), exertion: 9 }
  await log(user, { ...futureWorkout, endedAt: '2027-12-05T11:00:00Z' })
  await log(user, workoutOf('2026-10-31T12:00:01Z', bench, reps(5, 300)))
  expect(await allFigures()).toEqual(figuresBefore)
})

describe('sets of one side', () => {
  test('are counted once for both sides, and their reps and volume for each', async () => {
    const user = await app.register()
    const { body } = await ownExercise(user, {
      unilateral: true,
      engagement: [{ muscle: 'lats', percent: 80 }],
    })
    const arm = (side: 'left' | 'right') => Array.from({ length: 4 }, () => reps(10, 20, { side }))
    for (const day of ['26', '27', '28', '29', '30'])
      await log(user, workoutOf(`2026-10-${day}T10:00:00Z`, body.id, ...arm('left'), ...arm('right')))
    const { muscles, weekly } = await read<Schemas['VolumeReport']>(
      user,
      'volume?from=2026-10-25&to=2026-10-31',
    )
    expect(muscles).toMatchObject([
      { muscle: 'lats', directSets: 20, volumeLoad: { value: 6400, unit: 'kg' } },
    ])
    expect(weekly.find(({ muscle }) => muscle === 'lats')).toMatchObject({
      directSets: 20,
      zone: 'productive',
    })
    const { allTime } = await read<Schemas['TrainingSummary']>(user, 'summary')
    expect(allTime).toMatchObject({ sets: 20, reps: 400 })
  })

  test('cause as much fatigue as sets of both sides and sets without a side', async () => {
    const fatigueAfter = async (...sides: readonly ('left' | 'right' | 'both' | undefined)[]) => {
      const user = await app.register()
      const { body } = await ownExercise(user, {
        unilateral: true,
        engagement: [{ muscle: 'lats', percent: 80 }],
      })
      const sets = sides.map((side) => reps(10, 20, side && { side }))
      await log(user, workoutOf('2026-10-31T12:00:00Z', body.id, ...sets))
      const { muscles } = await read<Schemas['FatigueReport']>(user, 'fatigue?at=2026-10-31T12:00:00Z')
      return muscles.find(({ muscle }) => muscle === 'lats')?.fatigue
    }
    const fatigueOfBothSides = await fatigueAfter('both')
    expect(await fatigueAfter(undefined)).toBe(fatigueOfBothSides)
    expect(await fatigueAfter('left', 'right')).toBe(fatigueOfBothSides)
    expect(await fatigueAfter('left', 'left', 'right')).toBe(await fatigueAfter('both', 'both'))
  })
})

test('a measurement on another day does not override the bodyweight of a workout', async () => {
  const user = await app.register()
  await weigh(user, '2026-01-04T07:00:00Z', 80)
  await log(user, {
    ...workoutOf('2026-10-30T10:00:00Z', 'pull-up', reps(10)),
    bodyweight: { value: 100, unit: 'kg' },
  })
  const { current } = await read<Schemas['ExerciseRecords']>(user, 'records?exerciseId=pull-up')
  expect(current.find(({ kind }) => kind === 'most_set_volume')?.value).toBe(1000)
  const allRecords = await read<Schemas['AllRecords']>(user, 'records?kind=most_set_volume')
  expect(allRecords.current?.[0]?.records[0]?.value).toBe(1000)
})
