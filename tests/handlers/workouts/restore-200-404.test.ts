import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { transactHousekeeping } from '#db/engine/transact.ts'
import { deleteExpiredRevisions } from '#db/workouts/revisions.ts'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import {
  expectBody,
  get,
  inputOf,
  listAll,
  log,
  ownExercise,
  problemOf,
  remove,
  reps,
  save,
  type Workout,
  workoutOf,
} from '../training.ts'
import { anyWorkout } from './arbitrary-workout.ts'

const app = await testApp()
const user = await app.register()
const at = '2026-03-02T10:00:00.000Z'

async function restore(owner: TestUser, id: string, revision?: number): Promise<Workout> {
  const body = revision === undefined ? undefined : { revision }
  return expectBody(await owner.send('POST', `/api/workouts/${id}/restore`, { body }), 200)
}

test('any deleted workout is restored unchanged, with its sets and totals, as a new revision', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorkout, async (input) => {
      const { body } = await log(user, { ...input, id: crypto.randomUUID() })
      await remove(user, `/api/workouts/${body.id}`)
      const restored = await restore(user, body.id)
      expect(restored).toEqual({ ...body, revision: 3, updatedAt: restored.updatedAt })
      expect((await get<Workout>(user, `/api/workouts/${body.id}`)).body).toEqual(restored)
    }),
    { numRuns: runs(30) },
  )
})

test('an earlier revision is restored, and the replaced state becomes a revision', async () => {
  const first = await log(user, { ...workoutOf(at, 'plank', reps(5)), name: 'A' })
  const { id } = first.body
  const second = await save(
    user,
    { ...workoutOf(at, 'pull-up', reps(6), reps(7)), id, name: 'B' },
    first.etag,
  )
  const restored = await restore(user, id, 1)
  expect(inputOf(restored)).toEqual(inputOf(first.body))
  expect(restored.revision).toBe(3)
  const revisions = await listAll<Schemas['WorkoutRevision']>(user, `/api/workouts/${id}/revisions`)
  expect(revisions.map(({ revision, reason, workout }) => [revision, reason, workout])).toEqual([
    [2, 'restored', inputOf(second.body)],
    [1, 'replaced', inputOf(first.body)],
  ])
})

test('a deleted workout can be restored to an earlier revision', async () => {
  const first = await log(user, { ...workoutOf(at, 'plank', reps(5)), name: 'A' })
  const { id } = first.body
  await save(user, { ...inputOf(first.body), name: 'B' }, first.etag)
  await remove(user, `/api/workouts/${id}`)
  expect(inputOf(await restore(user, id, 1))).toEqual(inputOf(first.body))
})

test('restoring a workout that is not deleted, or its current revision, changes nothing', async () => {
  const { body } = await log(user, workoutOf(at, 'plank', reps(5)))
  expect(await restore(user, body.id)).toEqual(body)
  expect(await restore(user, body.id, 1)).toEqual(body)
})

test('a workout can be deleted and restored repeatedly', async () => {
  const { body } = await log(user, workoutOf(at, 'plank', reps(5)))
  for (const revision of [3, 5, 7]) {
    await remove(user, `/api/workouts/${body.id}`)
    expect(await restore(user, body.id)).toMatchObject({ revision, exercises: body.exercises })
  }
  const revisions = await listAll<Schemas['WorkoutRevision']>(user, `/api/workouts/${body.id}/revisions`)
  expect(revisions.map(({ revision, reason }) => [revision, reason])).toEqual([
    [5, 'deleted'],
    [3, 'deleted'],
    [1, 'deleted'],
  ])
})

test('a workout is restored with an exercise that was deleted', async () => {
  const exercise = await ownExercise(user)
  const { body } = await log(user, workoutOf(at, exercise.body.id, reps(5, 100)))
  await remove(user, `/api/workouts/${body.id}`)
  await remove(user, `/api/exercises/${exercise.body.id}`)
  expect(await restore(user, body.id)).toMatchObject({ exercises: body.exercises, totals: body.totals })
})

test('404 for an unknown workout and for an unknown revision', async () => {
  const path = `/api/workouts/${crypto.randomUUID()}/restore`
  expect(problemOf(await user.send('POST', path))).toEqual([404, 'not_found'])
  const { body } = await log(user, workoutOf(at, 'plank', reps(5)))
  const response = await user.send('POST', `/api/workouts/${body.id}/restore`, { body: { revision: 2 } })
  expect(problemOf(response)).toEqual([404, 'not_found'])
})

test('404 after 90 days, for a deleted workout and for an earlier revision', async () => {
  const workout = await log(user, workoutOf(at, 'plank', reps(5)))
  await remove(user, `/api/workouts/${workout.body.id}`)
  const edited = await log(user, workoutOf(at, 'plank', reps(5)))
  await save(user, { ...inputOf(edited.body), name: 'B' }, edited.etag)
  const results = () =>
    Promise.all([
      user.send('POST', `/api/workouts/${workout.body.id}/restore`),
      user.send('POST', `/api/workouts/${edited.body.id}/restore`, { body: { revision: 1 } }),
    ])
  await transactHousekeeping(app.db, (tx) => deleteExpiredRevisions(tx, app.clock.now + 90 * dayMs + 1, 1000))
  expect((await results()).map(problemOf)).toEqual(Array(2).fill([404, 'not_found']))
  expect(problemOf(await user.send('GET', `/api/workouts/${workout.body.id}`))).toEqual([
    410,
    'workout_deleted',
  ])
})

test('a repeated restore with the same Idempotency-Key restores once', async () => {
  const { body } = await log(user, workoutOf(at, 'plank', reps(5)))
  await remove(user, `/api/workouts/${body.id}`)
  const send = () =>
    user.send('POST', `/api/workouts/${body.id}/restore`, { headers: { 'Idempotency-Key': body.id } })
  const [first, second] = [await send(), await send()]
  expect(first.json<Workout>().revision).toBe(3)
  expect([second.text, second.headers.get('ETag')]).toEqual([first.text, first.headers.get('ETag')])
})
