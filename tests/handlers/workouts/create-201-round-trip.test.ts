import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import { get, inputOf, listAll, log, reps, type Workout, type WorkoutInput, workoutOf } from '../training.ts'
import { anyWorkout } from './arbitrary-workout.ts'

const app = await testApp()
const user = await app.register()

test('any workout is returned as sent, by POST, GET and the list', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorkout, async (workout) => {
      const input = { ...workout, id: crypto.randomUUID() }
      const posted = await log(user, input)
      expect<WorkoutInput>(inputOf(posted.body)).toEqual(input)
      const read = await get<Workout>(user, `/api/workouts/${input.id}`)
      expect(read).toEqual(posted)
      const listed = await listAll<Workout>(user, '/api/workouts?limit=200')
      expect(listed.filter(({ id }) => id === input.id)).toEqual([read.body])
    }),
    { numRuns: runs(60) },
  )
})

test('weights are returned exactly, in the unit of the input', async () => {
  const weights = [
    { value: 61.23492, unit: 'kg' },
    { value: 135, unit: 'lb' },
    { value: 0.1, unit: 'lb' },
    { value: 4999.999999, unit: 'kg' },
  ] as const
  const sets = weights.map((weight) => ({ type: 'normal', reps: 1, weight }) as const)
  const { body } = await log(user, {
    startedAt: '2026-03-02T10:00:00Z',
    bodyweight: { value: 181.4, unit: 'lb' },
    exercises: [{ exerciseId: 'barbell-bench-press', sets }],
  })
  expect(body.bodyweight).toEqual({ value: 181.4, unit: 'lb' })
  expect(body.exercises[0]?.sets.map(({ weight }) => weight)).toEqual([...weights])
})

test('omitted ids are generated, and all are different', async () => {
  const exercise = { exerciseId: 'barbell-bench-press', sets: [reps(5, 100), reps(5, 100)] }
  const { body, etag } = await log(user, {
    startedAt: '2026-03-02T10:00:00Z',
    exercises: [exercise, exercise],
  })
  const ids = [body.id, ...body.exercises.flatMap(({ id, sets }) => [id, ...sets.map((set) => set.id)])]
  expect(new Set(ids).size).toBe(7)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect((await get<Workout>(user, `/api/workouts/${body.id}`)).etag).toBe(etag)
})

test('a time is returned as the same instant in UTC, in milliseconds', async () => {
  const { body } = await log(user, {
    startedAt: '2026-03-02T10:00:00-05:30',
    endedAt: '2026-03-02T15:30:00.123456Z',
    exercises: [],
  })
  expect([body.startedAt, body.endedAt]).toEqual(['2026-03-02T15:30:00.000Z', '2026-03-02T15:30:00.123Z'])
})

test('a bodyweight exercise can be logged at the first and last valid instant', async () => {
  const traveler = await app.register({ dayStartHour: 23 })
  for (const startedAt of ['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']) {
    const { body } = await log(traveler, workoutOf(startedAt, 'pull-up', reps(5)))
    expect(body.startedAt).toBe(startedAt)
  }
})

test('an empty string is stored, and text in any script is unchanged', async () => {
  const notes = 'Bankdrücken 💪🏽\nقرفصاء — “tief”\t\u0001'
  const input: WorkoutInput = { startedAt: '2026-03-02T10:00:00.000Z', notes: '', name: 'å Å', exercises: [] }
  const workout = await log(user, { ...input, exercises: [{ exerciseId: 'plank', notes, sets: [] }] })
  expect([workout.body.notes, workout.body.name, workout.body.exercises[0]?.notes]).toEqual([
    '',
    'å Å',
    notes,
  ])
})

test('workouts of two users may have the same ids', async () => {
  const other = await app.register()
  const input: WorkoutInput = {
    id: crypto.randomUUID(),
    startedAt: '2026-03-02T10:00:00.000Z',
    exercises: [
      {
        id: crypto.randomUUID(),
        exerciseId: 'plank',
        sets: [reps(3, undefined, { id: crypto.randomUUID() })],
      },
    ],
  }
  const [first, second] = [await log(user, input), await log(other, { ...input, name: 'Other' })]
  expect(first.body.name).toBeUndefined()
  expect(second.body.name).toBe('Other')
  expect((await get<Workout>(user, `/api/workouts/${input.id}`)).body).toEqual(first.body)
})
