import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { get, log, ownExercise, reps, weigh, workoutOf } from '../training.ts'

// A Tuesday.
const app = await testApp({ now: Date.parse('2026-03-10T12:00:00Z') })

type Report = Schemas['VolumeReport']

async function volume(user: TestUser, query = ''): Promise<Report> {
  return (await get<Report>(user, `/api/analytics/volume?${query}`)).body
}

/** The volume load, and the direct and fractional sets, of each muscle. */
const figures = (muscles: Report['muscles']): (string | number)[][] =>
  muscles.map(({ muscle, volumeLoad, directSets, fractionalSets }) => [
    muscle,
    volumeLoad.value,
    directSets,
    fractionalSets,
  ])

const benchPress = [
  { muscle: 'chest', percent: 90 },
  { muscle: 'triceps', percent: 45 },
  { muscle: 'front_delts', percent: 40 },
] as const

test('three sets of 10 × 100 kg count for each muscle in proportion to its engagement', async () => {
  const user = await app.register()
  const { body } = await ownExercise(user, { engagement: [...benchPress] })
  const at = '2026-03-09T10:00:00.000Z'
  const workout = await log(user, workoutOf(at, body.id, reps(10, 100), reps(10, 100), reps(10, 100)))
  const report = await volume(user, 'from=2026-03-09&to=2026-03-15')
  const expected = [
    ['front_delts', 1200, 0, 1.5],
    ['chest', 2700, 3, 3],
    ['triceps', 1350, 0, 1.5],
  ]
  expect(figures(report.muscles)).toEqual(expected)
  expect(report.muscles.every(({ exerciseIds }) => exerciseIds.join() === body.id)).toBe(true)
  expect(report.muscles.map(({ group }) => group)).toEqual(['shoulders', 'chest', 'arms'])
  expect(report).toMatchObject({
    from: '2026-03-09',
    to: '2026-03-15',
    bucket: 'week',
    workouts: 1,
    unknownLoadSets: 0,
  })
  expect(report.buckets).toHaveLength(1)
  expect(figures(report.buckets[0]?.muscles ?? [])).toEqual(expected)
  const sets = workout.body.exercises[0]?.sets.map(({ id }) => id).sort()
  const [exercise] = report.buckets[0]?.exercises ?? []
  expect<unknown>({ ...exercise, setIds: exercise?.setIds.toSorted() }).toEqual({
    exerciseId: body.id,
    volumeLoad: { value: 3000, unit: 'kg' },
    sets: 3,
    setIds: sets ?? [],
  })
  expect(report.methods.map(({ id }) => id)).toEqual([
    'volume.load',
    'sets.direct',
    'sets.fractional',
    'landmarks.weekly',
    'tiers.pelland',
  ])
})

test('the default is the twelve weeks that end today', async () => {
  const user = await app.register({ weekStart: 'sunday' })
  const report = await volume(user)
  expect([report.from, report.to, report.bucket]).toEqual(['2025-12-17', '2026-03-10', 'week'])
  expect(report.buckets[0]).toMatchObject({ from: '2025-12-17', to: '2025-12-20' })
  expect(report.buckets.at(-1)).toMatchObject({ from: '2026-03-08', to: '2026-03-10' })
  expect(report.buckets).toHaveLength(13)
  expect([report.muscles, report.workouts]).toEqual([[], 0])
  expect(report.weekly).toHaveLength(24)
})

test('weekly sets get a zone from the landmarks and a tier from the evidence', async () => {
  const user = await app.register()
  const { body } = await ownExercise(user, { engagement: [...benchPress] })
  const sets = Array.from({ length: 12 }, () => reps(10, 100))
  await log(user, workoutOf('2026-03-02T10:00:00Z', body.id, ...sets))
  await log(user, workoutOf('2026-03-09T10:00:00Z', body.id, ...sets))
  const { weekly } = await volume(user, 'from=2026-03-02&to=2026-03-15')
  const weeklyOf = (name: string) => weekly.find(({ muscle }) => muscle === name)
  expect(weeklyOf('chest')).toMatchObject({
    directSets: 12,
    fractionalSets: 12,
    zone: 'productive',
    tier: 'intermediate',
    landmarks: { mv: 8, mev: 10, mav: { min: 12, max: 20 }, mrv: 22 },
  })
  expect(weeklyOf('triceps')).toMatchObject({
    directSets: 0,
    fractionalSets: 6,
    zone: 'below_maintenance',
    tier: 'high_efficiency',
  })
  expect(weeklyOf('quads')).toMatchObject({ directSets: 0, fractionalSets: 0, tier: 'below_minimum' })
  expect(weeklyOf('neck')).toEqual({
    muscle: 'neck',
    directSets: 0,
    fractionalSets: 0,
    tier: 'below_minimum',
  })
})

test('warm-ups and sets without reps do not count, and reps of both sides count twice', async () => {
  const user = await app.register()
  const { body } = await ownExercise(user, {
    perHand: true,
    engagement: [{ muscle: 'biceps', percent: 100 }],
  })
  const sets = [
    reps(10, 10, { type: 'warmup' }),
    reps(0, 10),
    reps(10, 10, { side: 'both' }),
    reps(10, 10, { side: 'left' }),
  ]
  await log(user, workoutOf('2026-03-09T10:00:00Z', body.id, ...sets))
  const report = await volume(user)
  expect(figures(report.muscles)).toEqual([['biceps', 600, 2, 2]])
})

test('an exercise without engagement is listed with its sets, without muscles', async () => {
  const user = await app.register()
  const { body } = await ownExercise(user, { engagement: [] })
  await log(user, workoutOf('2026-03-09T10:00:00Z', body.id, reps(10, 100)))
  const report = await volume(user, 'from=2026-03-09&to=2026-03-09')
  expect([report.workouts, report.muscles]).toEqual([1, []])
  expect(report.buckets[0]?.exercises).toMatchObject([{ exerciseId: body.id, sets: 1 }])
})

test('cardio and mobility add no volume to any muscle', async () => {
  const user = await app.register()
  for (const category of ['cardio', 'mobility'] as const) {
    const { body } = await ownExercise(user, { category, engagement: [{ muscle: 'quads', percent: 90 }] })
    await log(user, workoutOf('2026-03-09T10:00:00Z', body.id, reps(10, 100)))
  }
  const report = await volume(user)
  expect([report.workouts, report.muscles]).toEqual([2, []])
})

test('a set with an unknown load counts as a set, and the report has the number of such sets', async () => {
  const user = await app.register()
  const exercises = ['pull-up', 'barbell-row'].map((exerciseId) => ({
    exerciseId,
    sets: [reps(10), reps(8)],
  }))
  await log(user, { startedAt: '2026-03-09T10:00:00Z', exercises })
  const withoutBodyweight = await volume(user)
  expect(withoutBodyweight.unknownLoadSets).toBe(4)
  const lats = (report: Report) => report.muscles.find(({ muscle }) => muscle === 'lats')
  expect(lats(withoutBodyweight)).toMatchObject({ volumeLoad: { value: 0 }, directSets: 4 })
  await weigh(user, '2026-03-20T07:00:00Z', 80)
  const withBodyweight = await volume(user)
  expect(withBodyweight.unknownLoadSets).toBe(2)
  expect(lats(withBodyweight)?.volumeLoad.value).toBeGreaterThan(0)
})

test('the report of one muscle has only its exercises and weekly sets', async () => {
  const user = await app.register()
  const press = await ownExercise(user, { engagement: [...benchPress] })
  const curl = await ownExercise(user, { engagement: [{ muscle: 'biceps', percent: 100 }] })
  await log(user, {
    startedAt: '2026-03-09T10:00:00Z',
    exercises: [press, curl].map(({ body }) => ({ exerciseId: body.id, sets: [reps(10, 100)] })),
  })
  const report = await volume(user, 'muscle=triceps&from=2026-03-09&to=2026-03-15')
  expect(figures(report.muscles)).toEqual([['triceps', 450, 0, 0.5]])
  expect(report.weekly.map(({ muscle }) => muscle)).toEqual(['triceps'])
  expect(report.buckets[0]?.exercises.map(({ exerciseId }) => exerciseId)).toEqual([press.body.id])
})

test('volume is in the unit of the profile or in the requested one', async () => {
  const user = await app.register({ unit: 'lb' })
  const { body } = await ownExercise(user, { engagement: [{ muscle: 'chest', percent: 100 }] })
  const set = reps(10, undefined, { weight: { value: 225, unit: 'lb' } })
  await log(user, workoutOf('2026-03-09T10:00:00Z', body.id, set))
  expect((await volume(user)).muscles[0]?.volumeLoad).toEqual({ value: 2250, unit: 'lb' })
  expect((await volume(user, 'unit=kg')).muscles[0]?.volumeLoad).toEqual({ value: 1020.58, unit: 'kg' })
})
