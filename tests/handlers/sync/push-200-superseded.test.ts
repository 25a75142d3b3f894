import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import { changes, pullAll, push, pushOne, putExercise, putWorkout, remove } from './syncing.ts'

const app = await testApp()
const user = await app.register()

/** A workout at revision 1, and a mutation of it with something superseded. */
async function superseding() {
  const first = putWorkout({})
  await pushOne(user, first)
  const { value, id } = first
  if (!value) throw new Error('a put has a value')
  const mutation = {
    ...first,
    mutationId: newId(),
    baseRevision: 1,
    value: { ...value, notes: 'what won' },
    superseded: { ...value, notes: 'what lost' },
  }
  return { id, mutation }
}

async function workoutOf(id: string) {
  return (await user.send('GET', `/api/workouts/${id}`)).json<Schemas['Workout']>()
}

async function revisionsOf(id: string) {
  const kept = await user.send('GET', `/api/workouts/${id}/revisions`)
  return kept
    .json<{ items: Schemas['WorkoutRevision'][] }>()
    .items.map(({ revision, workout }) => [revision, workout.notes])
}

test('the superseded state becomes the previous revision, and no pull returns it', async () => {
  const { id, mutation } = await superseding()
  const { cursor } = await pullAll(user)
  expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'applied', revision: 3 })
  expect(await workoutOf(id)).toMatchObject({ revision: 3, notes: 'what won' })
  expect(await revisionsOf(id)).toEqual([
    [2, 'what lost'],
    [1, undefined],
  ])
  const { items } = await changes(user, { cursor })
  expect(items).toMatchObject([{ id, revision: 3, value: { notes: 'what won' } }])
})

test('even if the current state does not change', async () => {
  const { id, mutation } = await superseding()
  const { notes: _, ...value } = mutation.value
  expect(await pushOne(user, { ...mutation, value })).toMatchObject({ outcome: 'applied', revision: 3 })
  expect((await workoutOf(id)).notes).toBeUndefined()
  expect((await revisionsOf(id))[0]).toEqual([2, 'what lost'])
})

test('pushed again, it is a duplicate, and with a different superseded state it is rejected', async () => {
  const { id, mutation } = await superseding()
  await pushOne(user, mutation)
  expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'duplicate', revision: 3 })
  const { superseded, ...without } = mutation
  for (const other of [without, { ...mutation, superseded: { ...superseded, notes: 'something else' } }]) {
    expect(await pushOne(user, other)).toMatchObject({
      outcome: 'rejected',
      problem: { code: 'mutation_id_reused' },
    })
  }
  expect((await workoutOf(id)).revision).toBe(3)
})

test('based on a different revision, it is a conflict, and nothing is written', async () => {
  const { id, mutation } = await superseding()
  await pushOne(user, putWorkout({ id, baseRevision: 1 }, 7))
  expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'conflict', current: { revision: 2 } })
  expect(await revisionsOf(id)).toHaveLength(1)
})

test('a new workout, and a restored one, also have it as their previous revision', async () => {
  const made = putWorkout({})
  const superseded = { ...made.value, notes: 'what lost' }
  expect(await pushOne(user, { ...made, superseded })).toMatchObject({ outcome: 'applied', revision: 2 })
  await pushOne(user, remove('workout', made.id, { baseRevision: 2 }))
  const again = { ...made, mutationId: newId(), baseRevision: 3, superseded }
  expect(await pushOne(user, again)).toMatchObject({ outcome: 'applied', revision: 5 })
  const kept = await revisionsOf(made.id)
  expect(kept).toContainEqual([1, 'what lost'])
  expect(kept).toContainEqual([4, 'what lost'])
})

const endsEarly = { endedAt: '2020-01-01T00:00:00.000Z' }

test('a problem in either is reported with its location, and neither is written', async () => {
  const { id, mutation } = await superseding()
  const { value, superseded } = mutation
  const unknown = [{ exerciseId: newId(), sets: [] }]
  const bad = [
    ['/superseded/endedAt', { ...mutation, superseded: { ...superseded, ...endsEarly } }],
    ['/value/endedAt', { ...mutation, value: { ...value, ...endsEarly } }],
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
    bad.map(([, one]) => one),
  )
  for (const [index, [pointer]] of bad.entries()) {
    expect(results[index]).toMatchObject({
      outcome: 'rejected',
      problem: { status: 422, errors: [{ pointer: `/mutations/${index}${pointer}` }] },
    })
  }
  expect(await workoutOf(id)).toMatchObject({ revision: 1 })
  expect(await revisionsOf(id)).toEqual([])
})
