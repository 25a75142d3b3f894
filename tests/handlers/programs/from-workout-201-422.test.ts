import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { log, remove, reps, workoutOf } from '../training.ts'
import { errorsOf, kg } from './sample.ts'

const app = await testApp()
const user = await app.register()
const at = '2026-03-02T17:00:00.000Z'

const from = (workoutId: string, name?: string) =>
  user.client.POST('/api/programs/from-workout', { body: { workoutId, ...(name !== undefined && { name }) } })

test('a routine with the exercises and sets of a workout, with equal sets merged', async () => {
  const { body } = await log(user, {
    startedAt: at,
    name: 'Push',
    exercises: [
      {
        exerciseId: 'barbell-bench-press',
        supersetGroup: 1,
        notes: 'Pause.',
        sets: [reps(5, 60, { type: 'warmup' }), reps(5, 100), reps(5, 100), reps(4, 100)],
      },
      { exerciseId: 'plank', supersetGroup: 1, sets: [{ type: 'normal', durationSeconds: 60 }] },
      { exerciseId: 'barbell-bench-press', sets: [reps(8, 80, { restSeconds: 90 })] },
    ],
  })
  const { data, response } = await from(body.id)
  expect(response.status).toBe(201)
  expect(response.headers.get('Location')).toBe(`/api/programs/${data?.id}`)
  const of = (count: number, value: number) => ({
    reps: { min: count, max: count },
    load: { of: 'weight', weight: kg(value) },
  })
  expect(data).toMatchObject({
    source: 'custom',
    name: 'Push',
    days: [
      {
        slots: [
          {
            key: 'barbell-bench-press',
            exerciseId: 'barbell-bench-press',
            supersetGroup: 1,
            notes: 'Pause.',
            sets: [
              { type: 'warmup', ...of(5, 60) },
              { type: 'normal', count: 2, ...of(5, 100) },
              { type: 'normal', ...of(4, 100) },
            ],
          },
          { key: 'plank', supersetGroup: 1, sets: [{ type: 'normal', durationSeconds: 60 }] },
          { exerciseId: 'barbell-bench-press', sets: [{ ...of(8, 80), restSeconds: 90 }] },
        ],
      },
    ],
  })
  expect(data?.weeks.map(({ days }) => days)).toEqual([[data?.days[0]?.key ?? '']])
})

test('the routine can be run: its workout has the weights of the original workout', async () => {
  const { body } = await log(user, workoutOf(at, 'barbell-back-squat', reps(5, 140), reps(5, 130)))
  const { data: program } = await from(body.id, 'Squats')
  expect(program?.name).toBe('Squats')
  const { data: run } = await user.client.POST('/api/runs', {
    body: { programId: program?.id ?? '', programRevision: 1 },
  })
  const { data: next } = await user.client.GET('/api/runs/{id}/next', {
    params: { path: { id: run?.id ?? '' } },
  })
  expect(next?.workout?.exercises[0]?.sets.map(({ weight }) => weight)).toEqual([kg(140), kg(130)])
})

test('an unknown, deleted, empty or another user’s workout: 422, and nothing is stored', async () => {
  const stored = async () => (await user.client.GET('/api/programs')).data?.items.length
  const before = await stored()
  const { body: deleted } = await log(user, workoutOf(at, 'barbell-back-squat', reps(5, 140)))
  await remove(user, `/api/workouts/${deleted.id}`)
  const other = await app.register()
  const { body: foreign } = await log(other, workoutOf(at, 'barbell-back-squat', reps(5, 140)))
  const { body: empty } = await log(user, { startedAt: at, exercises: [] })
  for (const [id, code] of [
    [crypto.randomUUID(), 'unknown_workout'],
    [deleted.id, 'unknown_workout'],
    [foreign.id, 'unknown_workout'],
    [empty.id, 'range'],
  ] as const) {
    const { error } = await from(id)
    expect(errorsOf(error)).toEqual([['/workoutId', code]])
  }
  expect(await stored()).toBe(before)
})
