import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { expectBody, get, log, ownExercise, problemOf, put, remove, reps, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })
const bench = 'barbell-bench-press'
const path = `/api/exercises/${bench}/progression`
type Choice = Schemas['ExerciseProgression']

test('a chosen scheme is returned as sent, and the revisions continue after it was reset', async () => {
  const user = await app.register()
  const initial = await get<Choice>(user, path)
  expect(initial.body).toEqual({
    exerciseId: bench,
    chosen: false,
    progression: { scheme: 'memory' },
    revision: 0,
  })
  const scheme = { scheme: 'sum', totalReps: 25, increment: { value: 5, unit: 'lb' } }
  const chosen = await put<Choice>(user, path, scheme, initial.etag)
  expect(chosen.body).toEqual({
    exerciseId: bench,
    chosen: true,
    progression: { scheme: 'sum', totalReps: 25, increment: { value: 5, unit: 'lb' } },
    since: '2026-06-30T18:00:00.000Z',
    revision: 1,
  })
  expect(await put<Choice>(user, path, scheme, chosen.etag)).toEqual(chosen)
  await remove(user, path)
  expect((await get<Choice>(user, path)).body).toEqual({ ...initial.body, revision: 2 })
  const stale = await user.send('PUT', path, { body: scheme, headers: { 'If-Match': chosen.etag } })
  expect(problemOf(stale)).toEqual([412, 'revision_mismatch'])
})

test('a chosen scheme applies immediately, and only for its user', async () => {
  const [user, other] = [await app.register(), await app.register()]
  for (const lifter of [user, other]) {
    await log(lifter, workoutOf('2026-06-29T18:00:00Z', bench, reps(5, 60), reps(5, 60)))
  }
  await put(user, path, { scheme: 'gzclp' }, '*')
  const schemes = [user, other].map(async (lifter) => {
    const report = await lifter.send('GET', '/api/recommendations/progression')
    return expectBody<Schemas['ProgressionReport']>(report, 200).items.map(({ scheme }) => scheme)
  })
  expect(await Promise.all(schemes)).toEqual([['gzclp'], ['memory']])
})

test.each([
  [{ scheme: 'double', minReps: 10, maxReps: 9 }, '/minReps range'],
  [{ scheme: 'double', maxReps: 7 }, '/maxReps range'],
  [{ scheme: 'memory', range: { min: 9, max: 8 } }, '/range/min range'],
  [{ scheme: 'linear', increment: { value: 0, unit: 'kg' } }, '/increment/value minimum'],
  [{ scheme: 'five_three_one', trainingMax: { value: 0, unit: 'kg' } }, '/trainingMax/value range'],
])('%j is rejected', async (body, reason) => {
  const user = await app.register()
  const response = await user.send('PUT', path, { body, headers: { 'If-Match': '*' } })
  expect(problemOf(response)).toEqual([422, 'validation_failed', reason])
})

test('404 for an unknown exercise, and 410 for a deleted one', async () => {
  const user = await app.register()
  const send = (id: string) =>
    user.send('PUT', `/api/exercises/${id}/progression`, {
      body: { scheme: 'apre' },
      headers: { 'If-Match': '*' },
    })
  expect(problemOf(await send('nothing'))).toEqual([404, 'not_found'])
  const { body } = await ownExercise(user)
  await remove(user, `/api/exercises/${body.id}`)
  expect(problemOf(await send(body.id))).toEqual([410, 'exercise_deleted'])
})

test('without data, there is no prescription', async () => {
  const user = await app.register()
  const getReport = async (query: string) => user.send('GET', `/api/recommendations/progression${query}`)
  expect(expectBody<Schemas['ProgressionReport']>(await getReport(''), 200).items).toEqual([])
  expect(
    expectBody<Schemas['ProgressionReport']>(await getReport(`?exerciseId=${bench}`), 200).items,
  ).toMatchObject([{ status: 'insufficient_data', exerciseId: bench, scheme: 'memory' }])
  expect(problemOf(await getReport('?exerciseId=nothing'))).toEqual([404, 'not_found'])
})

test('the user’s plates determine the prescribed weight and the plates per side', async () => {
  const user = await app.register()
  const plates = [
    { weight: { value: 20, unit: 'kg' }, pairs: 1 },
    { weight: { value: 5, unit: 'lb' }, pairs: 1 },
  ]
  await put(user, path, { scheme: 'double' }, '*')
  await user.send('PATCH', '/api/users/me', { body: { plates }, headers: { 'If-Match': '*' } })
  await log(user, workoutOf('2026-06-29T18:00:00Z', bench, reps(12, 60), reps(12, 60)))
  const report = await user.send('GET', `/api/recommendations/progression?exerciseId=${bench}`)
  const [next] = expectBody<Schemas['ProgressionReport']>(report, 200).items
  expect(next).toMatchObject({
    sets: [
      {
        weight: { value: 64.54, unit: 'kg' },
        platesPerSide: [
          { value: 20, unit: 'kg' },
          { value: 5, unit: 'lb' },
        ],
      },
      {},
    ],
  })
})
