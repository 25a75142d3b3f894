import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { get, inputOf, log, problemOf, remove, reps, save, type Workout, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-03-10T12:00:00Z') })

async function readFigures(user: Awaited<ReturnType<typeof app.register>>) {
  const volume = await get<Schemas['VolumeReport']>(user, '/api/analytics/volume')
  const overall = await get<Schemas['OverallProgress']>(user, '/api/analytics/progress')
  const bench = await get<Schemas['ExerciseProgress']>(
    user,
    '/api/analytics/progress?exerciseId=barbell-bench-press',
  )
  return {
    workouts: [volume.body.workouts, overall.body.current.workouts, bench.body.points.length],
    sets: [volume.body.muscles.length > 0, overall.body.current.sets],
    streak: overall.body.streakWeeks,
  }
}

test('a deleted workout is immediately 410 and absent from lists and figures, and a tombstone remains', async () => {
  const user = await app.register()
  const { body, etag } = await log(user, {
    ...workoutOf('2026-03-09T10:00:00.000Z', 'barbell-bench-press', reps(5, 100)),
    name: 'Push',
    notes: 'secret',
  })
  const path = `/api/workouts/${body.id}`
  expect(await readFigures(user)).toEqual({ workouts: [1, 1, 1], sets: [true, 1], streak: 1 })
  const response = await user.send('DELETE', path, { headers: { 'If-Match': etag } })
  expect([response.status, response.text]).toEqual([204, ''])
  expect(await readFigures(user)).toEqual({ workouts: [0, 0, 0], sets: [false, 0], streak: 0 })
  for (const query of [
    '',
    '?q=push',
    '?exerciseId=barbell-bench-press',
    '?status=in_progress',
    '?from=2026-03-09',
  ])
    expect((await get<{ items: Workout[] }>(user, `/api/workouts${query}`)).body.items).toEqual([])

  const deletedProblem = [410, 'workout_deleted']
  const headers = { 'If-Match': etag }
  expect(problemOf(await user.send('GET', path))).toEqual(deletedProblem)
  expect(problemOf(await user.send('PUT', path, { body: inputOf(body), headers }))).toEqual(deletedProblem)
  expect(problemOf(await user.send('DELETE', path, { headers: { 'If-Match': '*' } }))).toEqual(deletedProblem)
  expect(app.sqlite.query('select count(*) as sets from sets where userId = ?').get(user.id)).toEqual({
    sets: 0,
  })
  expect(app.sqlite.query('select content, searchText from workouts where id = ?').get(body.id)).toEqual({
    content: null,
    searchText: '',
  })
})

test('the id of a deleted workout stays in use', async () => {
  const user = await app.register()
  const { body } = await log(user, workoutOf('2026-03-09T10:00:00.000Z', 'plank', reps(5)))
  await remove(user, `/api/workouts/${body.id}`)
  const response = await user.send('POST', '/api/workouts', { body: inputOf(body) })
  expect(problemOf(response)).toEqual([409, 'id_taken'])
})

test('a deletion with an older ETag gets 412 and deletes nothing', async () => {
  const user = await app.register()
  const first = await log(user, workoutOf('2026-03-09T10:00:00.000Z', 'plank', reps(5)))
  const second = await save(user, { ...inputOf(first.body), name: 'B' }, first.etag)
  const path = `/api/workouts/${first.body.id}`
  const response = await user.send('DELETE', path, { headers: { 'If-Match': first.etag } })
  expect(problemOf(response)).toEqual([412, 'revision_mismatch'])
  expect(await get<Workout>(user, path)).toEqual(second)
})
