import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { expectBody, log, ownExercise, problemOf, remove, reps, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })
const bench = 'barbell-bench-press'

async function recordsOf(user: TestUser, query = ''): Promise<Schemas['ExerciseRecords']> {
  return expectBody(await user.send('GET', `/api/analytics/records?exerciseId=${bench}${query}`), 200)
}

const kinds = (records: readonly Schemas['PersonalRecord'][]) => [...new Set(records.map(({ kind }) => kind))]

test('100 × 6 after 100 × 5 is a record of reps, e1RM and volume but not of weight, until it is deleted', async () => {
  const user = await app.register()
  await log(user, workoutOf('2026-06-01T10:00:00Z', bench, reps(5, 100)))
  const first = await recordsOf(user)
  expect(first.history).toEqual([])
  expect(kinds(first.current)).toContain('heaviest_weight')
  const second = await log(user, workoutOf('2026-06-08T10:00:00Z', bench, reps(6, 100)))
  const report = await recordsOf(user)
  expect(kinds(report.history)).toEqual([
    'most_reps_at_weight',
    'best_one_rep_max',
    'most_set_volume',
    'most_workout_volume',
  ])
  expect(report.history[0]).toMatchObject({
    kind: 'most_reps_at_weight',
    value: 6,
    unit: 'reps',
    atWeight: { value: 100, unit: 'kg' },
    workoutId: second.body.id,
    day: '2026-06-08',
    setIds: [second.body.exercises[0]?.sets[0]?.id],
    previous: { value: 5, day: '2026-06-01' },
  })
  await remove(user, `/api/workouts/${second.body.id}`)
  expect(await recordsOf(user)).toEqual(first)
})

test('sets count in chronological order, even if a workout has the exercise twice', async () => {
  const user = await app.register()
  const exercise = (...sets: ReturnType<typeof reps>[]) => ({ exerciseId: bench, sets })
  await log(user, {
    startedAt: '2026-06-01T10:00:00Z',
    exercises: [
      exercise(reps(1, 100), reps(1, 90)),
      exercise(reps(1, 80)),
      exercise(reps(1, 110), reps(1, 105)),
    ],
  })
  const { history } = await recordsOf(user)
  expect(history.filter(({ kind }) => kind === 'heaviest_weight').map(({ value }) => value)).toEqual([110])
})

test('durations are in seconds, and distances in meters', async () => {
  const user = await app.register()
  const { body: run } = await ownExercise(user, { tracking: 'distance_duration' })
  const set = { type: 'normal', distance: { value: 5, unit: 'km' }, durationSeconds: 1500 } as const
  await log(user, workoutOf('2026-06-01T10:00:00Z', run.id, set))
  const records = await user.send('GET', `/api/analytics/records?exerciseId=${run.id}`)
  expect(expectBody<Schemas['ExerciseRecords']>(records, 200).current).toMatchObject([
    { kind: 'longest_duration', value: 1500, unit: 's' },
    { kind: 'longest_distance', value: 5000, unit: 'm' },
  ])
})

test('only the history is limited to the range, and values are in the requested unit', async () => {
  const user = await app.register()
  await log(user, workoutOf('2024-06-01T10:00:00Z', bench, reps(5, 100)))
  await log(user, workoutOf('2024-06-08T10:00:00Z', bench, reps(5, 110)))
  const report = await recordsOf(user, '&unit=lb')
  expect(report.history).toEqual([])
  expect(report.current[0]).toMatchObject({ kind: 'heaviest_weight', value: 242.51, unit: 'lb' })
  expect((await recordsOf(user, '&from=2024-01-01')).history).not.toEqual([])
})

test('an exercise without working sets is insufficient_data, and an unknown one gets 404', async () => {
  const user = await app.register()
  expect(await recordsOf(user)).toMatchObject({ status: 'insufficient_data', current: [], history: [] })
  const { body } = await ownExercise(user, { engagement: [] })
  await log(user, workoutOf('2026-06-01T10:00:00Z', body.id, { type: 'warmup', reps: 5 }, { type: 'normal' }))
  const customResponse = await user.send('GET', `/api/analytics/records?exerciseId=${body.id}`)
  expect(expectBody<Schemas['ExerciseRecords']>(customResponse, 200).status).toBe('insufficient_data')
  expect(problemOf(await user.send('GET', '/api/analytics/records?exerciseId=nothing'))).toEqual([
    404,
    'not_found',
  ])
})
