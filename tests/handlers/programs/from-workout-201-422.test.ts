import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { log, remove, reps, workoutOf } from '../training.ts'
import { errorsOf, kg } from './sample.ts'

const app = await testApp()
const user = await app.register()
const at = '2026-03-02T17:00:00.000Z'

const createFromWorkout = (workoutId: string, name?: string) =>
  user.client.POST('/api/programs/from-workout', { body: { workoutId, ...(name !== undefined && { name }) } })

test('a routine has the exercises and sets of the workout, with equal sets merged', async () => {
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
  const { data, response } = await createFromWorkout(body.id)
  expect(response.status).toBe(201)
  expect(response.headers.get('Location')).toBe(`/api/programs/${data?.id}`)
  const target = (count: number, value: number) => ({
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
              { type: 'warmup', ...target(5, 60) },
              { type: 'normal', count: 2, ...target(5, 100) },
              { type: 'normal', ...target(4, 100) },
            ],
          },
          { key: 'plank', supersetGroup: 1, sets: [{ type: 'normal', durationSeconds: 60 }] },
          { exerciseId: 'barbell-bench-press', sets: [{ ...target(8, 80), restSeconds: 90 }] },
        ],
      },
    ],
  })
  expect(data?.weeks.map(({ days }) => days)).toEqual([[data?.days[0]?.key ?? '']])
})

test('a run of the routine starts with the weights of the original workout', async () => {
  const { body } = await log(user, workoutOf(at, 'barbell-back-squat', reps(5, 140), reps(5, 130)))
  const { data: program } = await createFromWorkout(body.id, 'Squats')
  expect(program?.name).toBe('Squats')
  const { data: run } = await user.client.POST('/api/runs', {
    body: { programId: program?.id ?? '', programRevision: 1 },
  })
  const { data: next } = await user.client.GET('/api/runs/{id}/next', {
    params: { path: { id: run?.id ?? '' } },
  })
  expect(next?.workout?.exercises[0]?.sets.map(({ weight }) => weight)).toEqual([kg(140), kg(130)])
})

test('422 for a workout that is unknown, deleted, empty or another user’s, and nothing is stored', async () => {
  const countStored = async () => (await user.client.GET('/api/programs')).data?.items.length
  const before = await countStored()
  const { body: deleted } = await log(user, workoutOf(at, 'barbell-back-squat', reps(5, 140)))
  await remove(user, `/api/workouts/${deleted.id}`)
  const other = await app.register()
  const { body: othersWorkout } = await log(other, workoutOf(at, 'barbell-back-squat', reps(5, 140)))
  const { body: empty } = await log(user, { startedAt: at, exercises: [] })
  for (const [id, code] of [
    [crypto.randomUUID(), 'unknown_workout'],
    [deleted.id, 'unknown_workout'],
    [othersWorkout.id, 'unknown_workout'],
    [empty.id, 'range'],
  ] as const) {
    const { error } = await createFromWorkout(id)
    expect(errorsOf(error)).toEqual([['/workoutId', code]])
  }
  expect(await countStored()).toBe(before)
})

test('a routine from more than fifty different sets has only the first fifty', async () => {
  const sets = Array.from({ length: 60 }, (_, index) => reps(5, 60 + index))
  const { body } = await log(user, workoutOf(at, 'barbell-bench-press', ...sets))
  const { data } = await createFromWorkout(body.id)
  const planned = data?.days[0]?.slots[0]?.sets ?? []
  expect(planned).toHaveLength(50)
  expect(planned.at(-1)).toMatchObject({ load: { weight: kg(109) } })
})
