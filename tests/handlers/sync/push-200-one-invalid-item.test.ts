import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import {
  exerciseOf,
  type Mutation,
  measurementOf,
  pullAll,
  push,
  pushOne,
  putExercise,
  putMeasurement,
  putWorkout,
  type Result,
  remove,
  workoutOf,
} from './push-and-pull.ts'

const app = await testApp()
const ifMatchAny = { 'If-Match': '*' }

/** The outcome; for a rejected mutation, the code and locations of its problem. */
function outcomeOf(result: Result): string {
  if (result.outcome !== 'rejected') return result.outcome
  const { code, errors = [] } = result.problem
  return [code, ...errors.map((error) => `${error.pointer} ${error.code}`)].join(' ')
}

test('each invalid item of a push gets its own problem, and the others are applied', async () => {
  const [user, other] = [await app.register(), await app.register()]
  const othersWorkout = putWorkout()
  await pushOne(other, othersWorkout)
  const [used, deleted, current] = [putMeasurement(), putMeasurement(), putMeasurement()]
  await push(user, [used, deleted, current])
  await pushOne(user, remove('measurement', deleted.id, { baseRevision: 1 }))
  const tooMany = workoutOf(newId(), 1001)
  const valid = [putWorkout(), putExercise(), putMeasurement()]
  const batch: [unknown, string][] = [
    [valid[0], 'applied'],
    [null, 'validation_failed /mutations/1 type'],
    [{ ...putWorkout(), mutationId: 'x' }, 'validation_failed /mutations/2/mutationId format'],
    [
      { ...putWorkout({ id: tooMany.id }), value: tooMany },
      'validation_failed /mutations/3/value/exercises/0/sets/0/reps maximum',
    ],
    [putWorkout({ id: othersWorkout.id, baseRevision: 1 }), 'not_found'],
    [remove('workout', othersWorkout.id, { baseRevision: 1 }), 'not_found'],
    [putMeasurement({ id: current.id, baseRevision: 7 }), 'revision_unknown'],
    [putMeasurement({ mutationId: used.mutationId }), 'mutation_id_reused'],
    [putMeasurement({ id: deleted.id }), 'conflict'],
    [valid[1], 'applied'],
    [{ ...putWorkout(), resource: 'soreness' }, 'validation_failed /mutations/10/resource enum'],
    [
      { ...putWorkout(), id: 'barbell-bench-press', resource: 'exercise', value: exerciseOf(newId()) },
      'validation_failed /mutations/11/id format',
    ],
    [{ ...putWorkout(), more: 1 }, 'validation_failed /mutations/12/more unknown_field'],
    [valid[2], 'applied'],
  ]
  const results = await push(
    user,
    batch.map(([mutation]) => mutation),
  )
  expect(results.map(outcomeOf)).toEqual(batch.map(([, expected]) => expected))
  const { items } = await pullAll(user)
  expect(items.slice(-3).map(({ id }) => id)).toEqual(valid.map((mutation) => mutation?.id ?? ''))
  // Only the position identifies an item without a valid id.
  expect(results.map((result) => 'mutationId' in result)).toEqual(
    batch.map((_, index) => index !== 1 && index !== 2),
  )
  for (const result of results)
    if ('problem' in result) expect(result.problem.instance).toBe('/api/sync/push')
})

describe('a push rejects the same values as POST', () => {
  const workout = (change: Partial<Schemas['WorkoutInput']>): Mutation => {
    const mutation = putWorkout()
    return { ...mutation, value: { ...workoutOf(mutation.id), ...change } }
  }
  const set = { id: newId(), type: 'normal', reps: 5 }
  const workoutWith = (change: object) => workout({ exercises: [{ ...firstEntry(), ...change }] })
  const rules: [string, Mutation, string][] = [
    [
      'a workout that ends before it starts',
      workout({ endedAt: '2026-11-19T10:00:00.000Z' }),
      '/value/endedAt end_before_start',
    ],
    [
      'an exercise that does not exist',
      workoutWith({ exerciseId: 'no-such-lift' }),
      '/value/exercises/0/exerciseId unknown_exercise',
    ],
    [
      'two sets with the same id',
      workoutWith({ sets: [set, set] }),
      '/value/exercises/0/sets/1/id duplicate_id',
    ],
    [
      'a set with rpe and rir',
      workoutWith({ sets: [{ type: 'normal', reps: 5, rpe: 8, rir: 2 }] }),
      '/value/exercises/0/sets/0/rir exclusive',
    ],
    [
      'a muscle that is listed twice',
      (() => {
        const mutation = putExercise()
        const engagement = [
          { muscle: 'chest' as const, percent: 50 },
          { muscle: 'chest' as const, percent: 60 },
        ]
        return { ...mutation, value: { ...exerciseOf(mutation.id), engagement } }
      })(),
      '/value/engagement/1/muscle unique',
    ],
  ]
  test.each(rules)('%s', async (_, mutation, location) => {
    const user = await app.register()
    const { id: _id, ...body } = mutation.value ?? {}
    const path = mutation.resource === 'workout' ? '/api/workouts' : '/api/exercises'
    const rejected = (await user.send('POST', path, { body })).json<Schemas['Problem']>()
    const [result] = await push(user, [mutation])
    if (result?.outcome !== 'rejected') throw new Error('the mutation was not rejected')
    expect(`${result.problem.errors?.[0]?.pointer} ${result.problem.errors?.[0]?.code}`).toBe(
      `/mutations/0${location}`,
    )
    const { pointer: _pushed, ...pushed } = result.problem.errors?.[0] ?? {}
    const { pointer: _posted, ...posted } = rejected.errors?.[0] ?? {}
    expect([result.problem.status, result.problem.code, pushed]).toEqual([
      rejected.status,
      rejected.code,
      posted,
    ])
  })

  test('a name that is in use, in a new, replaced or restored exercise', async () => {
    const user = await app.register()
    const [row, curl] = [putExercise({}, 'Row'), putExercise({}, 'Curl')]
    await push(user, [row, curl])
    const withUsedNames = [putExercise({}, 'ROW'), putExercise({ id: curl.id, baseRevision: 1 }, 'row')]
    const results = await push(user, withUsedNames)
    expect(results.map(outcomeOf)).toEqual(['name_taken', 'name_taken'])
    expect(results).toMatchObject([{ problem: { existingId: row.id } }, { problem: { existingId: row.id } }])
    await pushOne(user, remove('exercise', curl.id, { baseRevision: 1 }))
    const [restored] = await push(user, [putExercise({ id: curl.id, baseRevision: 2 }, 'Row')])
    expect(restored && outcomeOf(restored)).toBe('name_taken')
    expect(await pushOne(user, putExercise({ id: curl.id, baseRevision: 2 }, 'Curl'))).toMatchObject({
      outcome: 'applied',
      revision: 3,
    })
  })
})

/** The entry of a workout created by `workoutOf`. */
function firstEntry(): Schemas['WorkoutExerciseInput'] {
  const [entry] = workoutOf(newId()).exercises
  if (!entry) throw new Error('the workout has no entry')
  return entry
}

test('a pushed or restored workout may refer to an exercise that was deleted', async () => {
  const user = await app.register()
  const exercise = putExercise()
  const mutation = putWorkout()
  const value = {
    ...workoutOf(mutation.id),
    exercises: [{ ...firstEntry(), exerciseId: exercise.id }],
  }
  await push(user, [exercise, { ...mutation, value }, remove('exercise', exercise.id, { baseRevision: 1 })])
  const edited = { ...putWorkout({ id: mutation.id, baseRevision: 1 }), value: { ...value, name: 'Edited' } }
  expect(await pushOne(user, edited)).toMatchObject({ outcome: 'applied', revision: 2 })
  await pushOne(user, remove('workout', mutation.id, { baseRevision: 2 }))
  const restored = { ...putWorkout({ id: mutation.id, baseRevision: 3 }), value }
  expect(await pushOne(user, restored)).toMatchObject({ outcome: 'applied', revision: 4 })
  const newWorkout = putWorkout()
  expect(await pushOne(user, { ...newWorkout, value: { ...value, id: newWorkout.id } })).toMatchObject({
    outcome: 'applied',
  })
  const unknown = putWorkout()
  const exercises = [{ ...firstEntry(), exerciseId: newId() }]
  expect(await pushOne(user, { ...unknown, value: { ...workoutOf(unknown.id), exercises } })).toMatchObject({
    problem: { errors: [{ code: 'unknown_exercise' }] },
  })
})

test('a conflict returns the same value as GET', async () => {
  const user = await app.register()
  const mutation = putWorkout()
  await pushOne(user, mutation)
  await user.send('PUT', `/api/workouts/${mutation.id}`, {
    body: workoutOf(mutation.id, 9),
    headers: ifMatchAny,
  })
  const read = (await user.send('GET', `/api/workouts/${mutation.id}`)).json<Schemas['Workout']>()
  expect(await pushOne(user, putWorkout({ id: mutation.id, baseRevision: 1 }, 3))).toEqual({
    outcome: 'conflict',
    mutationId: expect.any(String),
    current: { resource: 'workout', id: mutation.id, op: 'put', revision: 2, value: read },
  })
})

test('a mutation may build on earlier mutations of the same push', async () => {
  const user = await app.register()
  const exercise = putExercise()
  const workout = putWorkout()
  const value = { ...workoutOf(workout.id), exercises: [{ ...firstEntry(), exerciseId: exercise.id }] }
  const measurement = putMeasurement()
  const results = await push(user, [
    exercise,
    { ...workout, value },
    measurement,
    { ...putMeasurement({ id: measurement.id, baseRevision: 1 }), value: measurementOf(measurement.id, 81) },
    remove('measurement', measurement.id, { baseRevision: 2 }),
  ])
  expect(results.map(({ outcome }) => outcome)).toEqual(Array(5).fill('applied'))
})
