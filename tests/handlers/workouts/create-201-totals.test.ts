import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { get, log, ownExercise, reps, type SetInput, type Workout, weigh, workoutOf } from '../training.ts'

const app = await testApp()
const at = '2026-03-02T10:00:00.000Z'

async function logTotals(user: TestUser, exerciseId: string, ...sets: SetInput[]) {
  return (await log(user, workoutOf(at, exerciseId, ...sets))).body.totals
}

const kilograms = (value: number) => ({ value, unit: 'kg' }) as const

test('the volume is the sum of weight × reps over all sets', async () => {
  const user = await app.register()
  const { body } = await log(user, {
    startedAt: at,
    endedAt: '2026-03-02T11:03:00.999Z',
    exercises: [
      { exerciseId: 'barbell-bench-press', sets: [reps(5, 100), reps(8, 82.5)] },
      { exerciseId: 'barbell-row', sets: [reps(10, 60)] },
    ],
  })
  expect(body.totals).toEqual({ volume: kilograms(1760), sets: 3, reps: 23, durationSeconds: 3780 })
})

test('a workout in progress has no duration, and the totals of an empty one are zero', async () => {
  const user = await app.register()
  const { body } = await log(user, { startedAt: at, exercises: [] })
  expect(body.totals).toEqual({ volume: kilograms(0), sets: 0, reps: 0 })
})

test('warm-ups and sets without reps do not count', async () => {
  const user = await app.register()
  const sets = [
    reps(10, 60, { type: 'warmup' }),
    reps(0, 100),
    { type: 'normal', weight: { value: 100, unit: 'kg' } },
    reps(3, 100, { type: 'drop' }),
    reps(2, 100, { type: 'failure' }),
  ] as const
  expect(await logTotals(user, 'barbell-bench-press', ...sets)).toEqual({
    volume: kilograms(500),
    sets: 2,
    reps: 5,
  })
})

test('a per-hand weight and reps per side count twice, but a set of both sides counts once', async () => {
  const user = await app.register()
  const { body: perHand } = await ownExercise(user, { equipment: 'dumbbell', perHand: true })
  expect(await logTotals(user, perHand.id, reps(10, 20))).toEqual({
    volume: kilograms(400),
    sets: 1,
    reps: 10,
  })
  const { body: oneSided } = await ownExercise(user, { unilateral: true })
  const sets = [reps(10, 20, { side: 'both' }), reps(8, 20, { side: 'left' }), reps(7, 20, { side: 'right' })]
  expect(await logTotals(user, oneSided.id, ...sets)).toEqual({ volume: kilograms(700), sets: 2, reps: 35 })
  const noSide = [reps(3, 120), reps(3, 120)]
  expect(await logTotals(user, oneSided.id, ...noSide)).toEqual({
    volume: kilograms(1440),
    sets: 2,
    reps: 12,
  })
})

test('reps per side with a per-hand weight count four times', async () => {
  const user = await app.register()
  const { body } = await ownExercise(user, { perHand: true, unilateral: true })
  expect(await logTotals(user, body.id, reps(10, 20, { side: 'both' }))).toEqual({
    volume: kilograms(800),
    sets: 1,
    reps: 20,
  })
})

test('a set with only a duration or a distance counts, without volume', async () => {
  const user = await app.register()
  expect(await logTotals(user, 'plank', { type: 'normal', durationSeconds: 60 })).toMatchObject({
    sets: 1,
    reps: 0,
  })
  const { body } = await ownExercise(user, { category: 'cardio', tracking: 'distance_duration' })
  const run = { type: 'normal', distance: { value: 5, unit: 'km' } } as const
  expect(await logTotals(user, body.id, run)).toEqual({ volume: kilograms(0), sets: 1, reps: 0 })
})

test('the load of a bodyweight exercise is its share of the bodyweight plus weight minus assistance', async () => {
  const user = await app.register()
  await weigh(user, '2026-03-01T07:00:00Z', 80)
  const { body } = await ownExercise(user, { tracking: 'bodyweight_reps', bodyweightShare: 0.65 })
  const sets = [
    reps(10), // 52 kg
    reps(10, 10), // 62 kg
    reps(10, undefined, { assistance: { value: 20, unit: 'kg' } }), // 32 kg
    reps(10, undefined, { assistance: { value: 90, unit: 'kg' } }), // Not below 0 kg.
  ]
  expect((await logTotals(user, body.id, ...sets)).volume).toEqual(kilograms(1460))
})

test('volume is in the unit of the profile or in the requested one', async () => {
  const user = await app.register({ unit: 'lb' })
  const { body } = await log(
    user,
    workoutOf(at, 'barbell-bench-press', reps(10, undefined, { weight: { value: 225, unit: 'lb' } })),
  )
  expect(body.totals.volume).toEqual({ value: 2250, unit: 'lb' })
  const inKilograms = await get<Workout>(user, `/api/workouts/${body.id}?unit=kg`)
  expect(inKilograms.body.totals.volume).toEqual({ value: 1020.58, unit: 'kg' })
  expect(inKilograms.body.exercises[0]?.sets[0]?.weight).toEqual({ value: 225, unit: 'lb' })
  const list = await get<{ items: Workout[] }>(user, '/api/workouts?unit=kg')
  expect(list.body.items[0]?.totals).toEqual(inKilograms.body.totals)
})
