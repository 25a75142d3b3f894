import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import { changes, pullAll, push, pushOne, putExercise, putWorkout, remove } from './push-and-pull.ts'

const app = await testApp()
const user = await app.register()

/** Pushes a workout, and prepares a mutation of it with a superseded state. */
async function pushAndSupersede() {
  const first = putWorkout({})
  await pushOne(user, first)
  const { value, id } = first
  if (!value) throw new Error('the put has no value')
  const mutation = {
    ...first,
    mutationId: newId(),
    baseRevision: 1,
    value: { ...value, notes: 'current' },
    superseded: { ...value, notes: 'superseded' },
  }
  return { id, mutation }
}

async function workoutOf(id: string) {
  return (await user.send('GET', `/api/workouts/${id}`)).json<Schemas['Workout']>()
}

async function revisionsOf(id: string) {
  const revisions = await user.send('GET', `/api/workouts/${id}/revisions`)
  return revisions
    .json<{ items: Schemas['WorkoutRevision'][] }>()
    .items.map(({ revision, workout }) => [revision, workout.notes])
}

test('the superseded state becomes the previous revision, and no pull returns it', async () => {
  const { id, mutation } = await pushAndSupersede()
  const { cursor } = await pullAll(user)
  expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'applied', revision: 3 })
  expect(await workoutOf(id)).toMatchObject({ revision: 3, notes: 'current' })
  expect(await revisionsOf(id)).toEqual([
    [2, 'superseded'],
    [1, undefined],
  ])
  const { items } = await changes(user, { cursor })
  expect(items).toMatchObject([{ id, revision: 3, value: { notes: 'current' } }])
})

test('the superseded state becomes the previous revision even if the current state does not change', async () => {
  const { id, mutation } = await pushAndSupersede()
  const { notes: _, ...value } = mutation.value
  expect(await pushOne(user, { ...mutation, value })).toMatchObject({ outcome: 'applied', revision: 3 })
  expect((await workoutOf(id)).notes).toBeUndefined()
  expect((await revisionsOf(id))[0]).toEqual([2, 'superseded'])
})

test('a repeated push is a duplicate, and one with a different superseded state is rejected', async () => {
  const { id, mutation } = await pushAndSupersede()
  await pushOne(user, mutation)
  expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'duplicate', revision: 3 })
  const { superseded, ...withoutSuperseded } = mutation
  for (const other of [
    withoutSuperseded,
    { ...mutation, superseded: { ...superseded, notes: 'different' } },
  ]) {
    expect(await pushOne(user, other)).toMatchObject({
      outcome: 'rejected',
      problem: { code: 'mutation_id_reused' },
    })
  }
  expect((await workoutOf(id)).revision).toBe(3)
})

test('a push based on a different revision is a conflict, and nothing is written', async () => {
  const { id, mutation } = await pushAndSupersede()
  await pushOne(user, putWorkout({ id, baseRevision: 1 }, 7))
  expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'conflict', current: { revision: 2 } })
  expect(await revisionsOf(id)).toHaveLength(1)
})

test('the superseded state is also the previous revision of a new and of a restored workout', async () => {
  const created = putWorkout({})
  const superseded = { ...created.value, notes: 'superseded' }
  expect(await pushOne(user, { ...created, superseded })).toMatchObject({ outcome: 'applied', revision: 2 })
  await pushOne(user, remove('workout', created.id, { baseRevision: 2 }))
  const restored = { ...created, mutationId: newId(), baseRevision: 3, superseded }
  expect(await pushOne(user, restored)).toMatchObject({ outcome: 'applied', revision: 5 })
  const revisions = await revisionsOf(created.id)
  expect(revisions).toContainEqual([1, 'superseded'])
  expect(revisions).toContainEqual([4, 'superseded'])
})

const earlyEnd = { endedAt: '2020-01-01T00:00:00.000Z' }

test('a problem in the value or in the superseded state is reported with its location, and neither is written', async () => {
  const { id, mutation } = await pushAndSupersede()
  const { value, superseded } = mutation
  const unknown = [{ exerciseId: newId(), sets: [] }]
  const invalid = [
    ['/superseded/endedAt', { ...mutation, superseded: { ...superseded, ...earlyEnd } }],
    ['/value/endedAt', { ...mutation, value: { ...value, ...earlyEnd } }],
    ['/superseded/id', { ...mutation, superseded: { ...superseded, id: newId() } }],
    [
      '/superseded/exercises/0/exerciseId',
      { ...mutation, superseded: { ...superseded, exercises: unknown } },
    ],
    ['/value/exercises/0/exerciseId', { ...mutation, value: { ...value, exercises: unknown } }],
    ['/superseded', { ...remove('workout', id, { baseRevision: 1 }), superseded }],
    ['/superseded', { ...putExercise({}, `Lift ${id}`), superseded }],
  ] as const
  const results = await push(
    user,
    invalid.map(([, mutation]) => mutation),
  )
  for (const [index, [pointer]] of invalid.entries()) {
    expect(results[index]).toMatchObject({
      outcome: 'rejected',
      problem: { status: 422, errors: [{ pointer: `/mutations/${index}${pointer}` }] },
    })
  }
  expect(await workoutOf(id)).toMatchObject({ revision: 1 })
  expect(await revisionsOf(id)).toEqual([])
})
