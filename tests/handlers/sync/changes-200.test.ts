import { describe, expect, test } from 'bun:test'
import { transactHousekeeping } from '#db/engine/transact.ts'
import { deleteExpiredTombstones } from '#db/sync/tombstones.ts'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import { dayMs } from '#training/day-ms.ts'
import { importAll, strongFile } from '../imports/import-file.ts'
import {
  changes,
  exerciseOf,
  measurementOf,
  pullAll,
  push,
  pushOne,
  putExercise,
  putMeasurement,
  putWorkout,
  remove,
  workoutOf,
} from './push-and-pull.ts'

const app = await testApp({ now: Date.parse('2026-11-21T10:00:00.000Z') })
const ifMatchAny = { 'If-Match': '*' }

test('without a cursor, all resources are returned as other reads return them, oldest change first', async () => {
  const user = await app.register()
  const workout = workoutOf(newId())
  const exercise = exerciseOf(newId())
  const measurement = measurementOf(newId())
  await user.send('POST', '/api/workouts', { body: workout })
  await user.send('POST', '/api/exercises', { body: exercise })
  await user.send('POST', '/api/measurements', { body: measurement })
  await user.send('PUT', `/api/workouts/${workout.id}`, {
    body: workoutOf(workout.id, 8),
    headers: ifMatchAny,
  })
  const read = async <Body>(path: string) => (await user.send('GET', path)).json<Body>()
  const page = await changes(user)
  expect(page).toMatchObject({ hasMore: false, seq: 4, epoch: expect.any(String) })
  expect(page.items).toEqual([
    {
      resource: 'exercise',
      id: exercise.id,
      op: 'put',
      revision: 1,
      value: await read<Schemas['Exercise']>(`/api/exercises/${exercise.id}`),
    },
    {
      resource: 'measurement',
      id: measurement.id,
      op: 'put',
      revision: 1,
      value: await read<Schemas['Measurement']>(`/api/measurements/${measurement.id}`),
    },
    {
      resource: 'workout',
      id: workout.id,
      op: 'put',
      revision: 2,
      value: await read<Schemas['Workout']>(`/api/workouts/${workout.id}`),
    },
  ])
})

test('a user without data gets an empty page and a cursor', async () => {
  const user = await app.register()
  const page = await changes(user)
  expect(page).toMatchObject({ items: [], hasMore: false, seq: 0 })
  await pushOne(user, putMeasurement())
  expect(await changes(user, { cursor: page.nextCursor })).toMatchObject({ items: [{ op: 'put' }], seq: 1 })
})

test('with a cursor, each later change and deletion is returned once', async () => {
  const user = await app.register()
  const [workout, exercise, measurement] = [putWorkout(), putExercise(), putMeasurement()]
  await push(user, [workout, exercise, measurement, putWorkout()])
  const { cursor } = await pullAll(user)
  expect((await pullAll(user, cursor)).items).toEqual([])
  await user.send('DELETE', `/api/exercises/${exercise.id}`, { headers: ifMatchAny })
  await user.send('DELETE', `/api/workouts/${workout.id}`, { headers: ifMatchAny })
  await pushOne(user, remove('measurement', measurement.id, { baseRevision: 1 }))
  expect((await pullAll(user, cursor)).items).toEqual([
    {
      resource: 'exercise',
      id: exercise.id,
      op: 'delete',
      revision: 2,
      value: expect.objectContaining({ id: exercise.id, deletedAt: expect.any(String) }),
    },
    { resource: 'workout', id: workout.id, op: 'delete', revision: 2 },
    { resource: 'measurement', id: measurement.id, op: 'delete', revision: 2 },
  ])
})

test('changes to data that is not synced advance the cursor and are not returned', async () => {
  const user = await app.register()
  const { nextCursor } = await changes(user)
  await user.send('PUT', '/api/analytics/fatigue/quads', { body: { soreness: 3 } })
  const page = await changes(user, { cursor: nextCursor })
  expect(page).toMatchObject({ items: [], seq: 1, hasMore: false })
})

describe('a page has the requested number of changes, and says whether there are more', () => {
  test.each([1, 2, 3, 7, 12, 13, 1000])('%d of 12', async (limit) => {
    const user = await app.register()
    const mutations = Array.from({ length: 4 }, () => [putWorkout(), putExercise(), putMeasurement()]).flat()
    await push(user, mutations)
    const first = await changes(user, { limit })
    expect([first.items.length, first.hasMore]).toEqual([Math.min(limit, 12), limit < 12])
    expect((await pullAll(user, undefined, limit)).items.map(({ id }) => id)).toEqual(
      mutations.map(({ id }) => id),
    )
  })
})

test('another user’s changes are not returned', async () => {
  const [ada, eve] = [await app.register(), await app.register()]
  await push(eve, [putWorkout(), putExercise(), putMeasurement()])
  expect(await changes(ada)).toMatchObject({ items: [], seq: 0 })
})

test('a PUT appears in the changes, and a push in lists and figures', async () => {
  const user = await app.register()
  const mutation = putWorkout({}, 5)
  await pushOne(user, mutation)
  const listed = (await user.send('GET', '/api/workouts')).json<Schemas['WorkoutList']>()
  expect(listed.items.map(({ id, revision }) => [id, revision])).toEqual([[mutation.id, 1]])
  const volume = async () =>
    (await user.send('GET', '/api/analytics/volume?from=2026-11-16&to=2026-11-22')).text
  const before = await volume()
  expect(before).toContain('"chest"')
  await pushOne(user, putWorkout({ id: mutation.id, baseRevision: 1 }, 12))
  expect(await volume()).not.toBe(before)
  const { cursor } = await pullAll(user)
  await user.send('PUT', `/api/workouts/${mutation.id}`, {
    body: workoutOf(mutation.id, 3),
    headers: ifMatchAny,
  })
  expect((await pullAll(user, cursor)).items).toMatchObject([{ id: mutation.id, revision: 3, op: 'put' }])
  await user.send('DELETE', `/api/workouts/${mutation.id}`, { headers: ifMatchAny })
  await user.send('POST', `/api/workouts/${mutation.id}/restore`)
  expect((await pullAll(user, cursor)).items).toMatchObject([{ id: mutation.id, revision: 5, op: 'put' }])
})

test('an import appears as changes, and its undo as tombstones', async () => {
  const user = await app.register()
  const { cursor } = await pullAll(user)
  const file = strongFile(['2026-03-01', 'My Own Lift', 1], ['2026-03-02', 'Squat (Barbell)', 1])
  const { id } = await importAll(app, user, file)
  const imported = await pullAll(user, cursor)
  expect(imported.items.map(({ resource, op }) => `${resource} ${op}`).sort()).toEqual([
    'exercise put',
    'workout put',
    'workout put',
  ])
  await user.send('DELETE', `/api/imports/${id}`)
  const undone = await pullAll(user, imported.cursor)
  expect(undone.items.map(({ id, op, revision }) => [id, op, revision]).sort()).toEqual(
    imported.items.map((item) => [item.id, 'delete', item.revision + 1]).sort(),
  )
})

test('a deleted imported workout stays deleted if its tombstone is purged and the file is imported again', async () => {
  const user = await app.register()
  const file = strongFile(['2026-03-01', 'Squat (Barbell)', 1], ['2026-03-02', 'Squat (Barbell)', 1])
  await importAll(app, user, file)
  const [first] = (await pullAll(user)).items
  await user.send('DELETE', `/api/workouts/${first?.id}`, { headers: ifMatchAny })
  await transactHousekeeping(app.db, (tx) => deleteExpiredTombstones(tx, app.clock.now + 91 * dayMs, 100))
  expect((await user.send('GET', `/api/workouts/${first?.id}`)).status).toBe(404)
  const second = await importAll(app, user, file)
  expect(second.workouts).toMatchObject({ new: 0 })
  expect((await pullAll(user)).items).toHaveLength(1)
})

test('a page is a consistent snapshot and does not mix two saves', async () => {
  const user = await app.register()
  const mutation = putWorkout()
  await pushOne(user, mutation)
  const saves = Array.from({ length: 20 }, (_, index) =>
    user.send('PUT', `/api/workouts/${mutation.id}`, {
      body: { ...workoutOf(mutation.id, index + 10), notes: String(index + 10) },
      headers: ifMatchAny,
    }),
  )
  const pages = await Promise.all([...Array(20)].map(() => changes(user)))
  await Promise.all(saves)
  for (const { items, seq } of pages) {
    expect(items).toHaveLength(1)
    for (const item of items) {
      if (item.resource !== 'workout' || !item.value) throw new Error('the page has no workout')
      expect(seq).toBe(item.revision)
      const reps = item.value.exercises[0]?.sets[0]?.reps
      expect(item.value.notes ?? '5').toBe(String(reps))
    }
  }
})
