import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { stateOf } from '#tests/support/state.ts'
import { ownExercise, problemOf, reps, type WorkoutInput, workoutOf } from '../training.ts'

const app = await testApp()
const user = await app.register()
const at = '2026-03-02T10:00:00.000Z'
const id = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'
const bench = 'barbell-bench-press'

const cases: readonly (readonly [string, WorkoutInput, ...string[]])[] = [
  [
    'an end before the start',
    { startedAt: at, endedAt: '2026-03-02T09:59:59.999Z', exercises: [] },
    '/endedAt end_before_start',
  ],
  [
    'an unknown exercise',
    {
      startedAt: at,
      exercises: [
        { exerciseId: bench, sets: [] },
        { exerciseId: 'no-such-lift', sets: [] },
      ],
    },
    '/exercises/1/exerciseId unknown_exercise',
  ],
  [
    'two exercises with the same id',
    {
      startedAt: at,
      exercises: [
        { id, exerciseId: bench, sets: [] },
        { id, exerciseId: bench, sets: [] },
      ],
    },
    '/exercises/1/id duplicate_id',
  ],
  [
    'two sets with the same id, in two exercises',
    {
      startedAt: at,
      exercises: [
        { exerciseId: bench, sets: [reps(1, 1, { id })] },
        { exerciseId: bench, sets: [reps(1, 1), reps(1, 1, { id })] },
      ],
    },
    '/exercises/1/sets/1/id duplicate_id',
  ],
  [
    'rpe and rir',
    workoutOf(at, bench, reps(5, 100, { rpe: 8, rir: 2 })),
    '/exercises/0/sets/0/rir exclusive',
  ],
  [
    'a target whose range is reversed',
    workoutOf(at, bench, reps(5, 100, { target: { reps: { min: 8, max: 5 } } })),
    '/exercises/0/sets/0/target/reps range',
  ],
]

for (const [name, input, ...fieldProblems] of cases) {
  test(`${name} is rejected with its location, by POST and PUT, and changes nothing`, async () => {
    const path = `/api/workouts/${crypto.randomUUID()}`
    const created = await user.send('POST', '/api/workouts', {
      body: { ...workoutOf(at, bench), id: path.split('/').at(-1) },
    })
    expect(created.status).toBe(201)
    const before = await stateOf(app.db)
    expect(problemOf(await user.send('POST', '/api/workouts', { body: input }))).toEqual([
      422,
      'validation_failed',
      ...fieldProblems,
    ])
    const replaced = await user.send('PUT', path, { body: input, headers: { 'If-Match': '*' } })
    expect(problemOf(replaced)).toEqual([422, 'validation_failed', ...fieldProblems])
    expect(await stateOf(app.db)).toBe(before)
  })
}

test('an exercise, a set and the workout may share an id', async () => {
  const input = { id, startedAt: at, exercises: [{ id, exerciseId: bench, sets: [reps(1, 1, { id })] }] }
  expect((await user.send('POST', '/api/workouts', { body: input })).status).toBe(201)
})

test('errors of rules between fields are reported together, but only if the body matches its schema', async () => {
  const both = { rpe: 8, rir: 2 }
  const body = {
    ...workoutOf(at, bench, reps(5, 100, both), reps(5, 100, both)),
    endedAt: '2026-01-01T00:00:00.000Z',
  }
  expect(problemOf(await user.send('POST', '/api/workouts', { body }))).toEqual([
    422,
    'validation_failed',
    '/exercises/0/sets/0/rir exclusive',
    '/exercises/0/sets/1/rir exclusive',
  ])
  const withDuplicateIds = {
    ...workoutOf(at, bench, reps(5, 100, { id }), reps(5, 100, { id })),
    endedAt: '2026-01-01T00:00:00.000Z',
  }
  expect(problemOf(await user.send('POST', '/api/workouts', { body: withDuplicateIds }))).toEqual([
    422,
    'validation_failed',
    '/endedAt end_before_start',
    '/exercises/0/sets/1/id duplicate_id',
  ])
})

test("another user's exercise gets 422 unknown_exercise", async () => {
  const other = await app.register()
  const { body } = await ownExercise(other)
  const response = await user.send('POST', '/api/workouts', { body: workoutOf(at, body.id, reps(1, 1)) })
  expect(problemOf(response)).toEqual([422, 'validation_failed', '/exercises/0/exerciseId unknown_exercise'])
})

test('a PUT whose id differs from the path gets 422 id_mismatch', async () => {
  const body = { ...workoutOf(at, bench), id: crypto.randomUUID() }
  const response = await user.send('PUT', `/api/workouts/${id}`, { body, headers: { 'If-Match': '*' } })
  expect(problemOf(response)).toEqual([422, 'validation_failed', '/id id_mismatch'])
})
