import { describe, expect, test } from 'bun:test'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { stateOf } from '#tests/support/state.ts'
import { userWith } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import {
  type Mutation,
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

/** Mutations of every kind: four are applied, one conflicts, and one is rejected. */
function mixedMutations(): Mutation[] {
  const workout = putWorkout()
  return [
    workout,
    putWorkout({ id: workout.id }, 9),
    putExercise(),
    putMeasurement({ baseRevision: 3 }),
    putMeasurement(),
    remove('workout', workout.id, { baseRevision: 1 }),
  ]
}

const outcomes: Result['outcome'][] = ['applied', 'conflict', 'applied', 'rejected', 'applied', 'applied']
const repeatedOutcomes: Result['outcome'][] = [
  'duplicate',
  'conflict',
  'duplicate',
  'rejected',
  'duplicate',
  'duplicate',
]

test('a repeated push returns the same revisions and changes nothing', async () => {
  const user = await app.register()
  const mutations = mixedMutations()
  const first = await push(user, mutations)
  expect(first.map(({ outcome }) => outcome)).toEqual(outcomes)
  const state = await stateOf(app.db)
  const second = await push(user, mutations)
  expect(second.map(({ outcome }) => outcome)).toEqual(repeatedOutcomes)
  expect(await stateOf(app.db)).toBe(state)
  const revisions = (results: typeof first) =>
    results.map((result) => ('revision' in result ? result.revision : undefined))
  expect(revisions(second)).toEqual(revisions(first))
})

test('a repeated push returns the same revisions even after the resource was changed and deleted', async () => {
  const user = await app.register()
  const mutation = putWorkout()
  await pushOne(user, mutation)
  await pushOne(user, putWorkout({ id: mutation.id, baseRevision: 1 }, 9))
  await pushOne(user, remove('workout', mutation.id, { baseRevision: 2 }))
  expect(await pushOne(user, mutation)).toEqual({
    outcome: 'duplicate',
    mutationId: mutation.mutationId,
    revision: 1,
  })
})

test('concurrent repeats of a push are applied once', async () => {
  const user = await app.register()
  const mutations = Array.from({ length: 40 }, () => [putWorkout(), putMeasurement()]).flat()
  const pushes = await Promise.all([push(user, mutations), push(user, mutations), push(user, mutations)])
  for (const index of mutations.keys()) {
    const outcomes = pushes.map((results) => results[index]?.outcome).sort()
    expect(outcomes).toEqual(['applied', 'duplicate', 'duplicate'])
  }
  const { items } = await pullAll(user)
  expect(items.map(({ revision }) => revision)).toEqual(mutations.map(() => 1))
})

test('a repeated push is recognized after a restart, and days later', async () => {
  const folder = temporaryFolder()
  const key = crypto.getRandomValues(new Uint8Array(32))
  const now = Date.parse('2026-11-20T17:02:00.000Z')
  const firstApp = await testApp({ folder, key, now })
  const ada = await firstApp.register()
  const mutations = mixedMutations()
  await push(ada, mutations)
  await firstApp.close()
  const restarted = await testApp({ folder, key, now: now + 50 * dayMs })
  const { data } = await restarted.client.POST('/api/auth/login', {
    body: { email: ada.email, password: 'gravel teapot eleven moons' },
  })
  if (!data) throw new Error('could not log in')
  const results = await push(userWith(restarted, data), mutations)
  expect(results.map(({ outcome }) => outcome)).toEqual(repeatedOutcomes)
})

test('a repeated push is recognized even if its JSON has a different form', async () => {
  const user = await app.register()
  const mutation = putWorkout()
  await pushOne(user, mutation)
  const reordered = Object.fromEntries(Object.entries(mutation).toReversed())
  expect(await pushOne(user, reordered)).toMatchObject({ outcome: 'duplicate' })
  expect(await pushOne(user, { ...mutation, baseRevision: 0 })).toMatchObject({ outcome: 'duplicate' })
})

describe('the same mutationId with different content is rejected and changes nothing', () => {
  const mutation = putWorkout()
  const { id, mutationId } = mutation
  const others: [string, object][] = [
    ['a different value', { ...mutation, value: workoutOf(id, 6) }],
    ['a different base', { ...mutation, baseRevision: 1 }],
    ['a different id', putWorkout({ mutationId })],
    ['a different op', remove('workout', id, { mutationId })],
    ['a different resource', putMeasurement({ mutationId, id })],
  ]
  test.each(others)('%s', async (_, other) => {
    const user = await app.register()
    expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'applied' })
    const state = await stateOf(app.db)
    expect(await pushOne(user, other)).toEqual({
      outcome: 'rejected',
      mutationId,
      problem: expect.objectContaining({ status: 409, code: 'mutation_id_reused' }),
    })
    expect(await stateOf(app.db)).toBe(state)
  })
})

test('a repeated mutation in the same push is recognized, and one with different content is rejected', async () => {
  const user = await app.register()
  const mutation = putWorkout()
  const other = { ...mutation, value: workoutOf(mutation.id, 6) }
  const results = await push(user, [mutation, mutation, other])
  expect(results.map((result) => ('problem' in result ? result.problem.code : result.outcome))).toEqual([
    'applied',
    'duplicate',
    'mutation_id_reused',
  ])
})

test('a mutation that was not applied is not recorded and can be retried', async () => {
  const user = await app.register()
  const exercise = newId()
  const first = putWorkout()
  const entry = first.value?.exercises[0]
  if (!entry || !first.value) throw new Error('the workout has no exercise')
  const mutation = { ...first, value: { ...first.value, exercises: [{ ...entry, exerciseId: exercise }] } }
  expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'rejected' })
  await pushOne(user, putExercise({ id: exercise }))
  expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'applied', revision: 1 })
})

test('two users may use the same mutationId', async () => {
  const [ada, eve] = [await app.register(), await app.register()]
  const mutation = putWorkout()
  expect(await pushOne(ada, mutation)).toMatchObject({ outcome: 'applied' })
  expect(await pushOne(eve, mutation)).toMatchObject({ outcome: 'applied' })
})
