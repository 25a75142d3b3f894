import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { resources, settings } from '#services/resources.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import {
  expectBody,
  get,
  listAll,
  log,
  ownExercise,
  post,
  remove,
  reps,
  type Workout,
  weigh,
  workoutOf,
} from '../training.ts'

const app = await testApp({ now: Date.parse('2026-03-10T12:00:00Z') })

type Account = Schemas['AccountExport']

async function exportAccount(user: TestUser): Promise<Account> {
  return expectBody(await user.send('GET', '/api/users/me/export'), 200)
}

test('the export of an empty account is a complete document', async () => {
  const user = await app.register({ displayName: 'Ada' })
  const response = await user.send('GET', '/api/users/me/export')
  expect(response.headers.get('Content-Type')).toBe('application/json')
  expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="replog-2026-03-10.json"')
  expect<unknown>(expectBody<Account>(response, 200)).toEqual({
    format: 'replog',
    version: 1,
    exportedAt: '2026-03-10T12:00:00.000Z',
    user: (await get<Schemas['User']>(user, '/api/users/me')).body,
    // Every list exists and is empty. Landmarks are omitted until the user changes them.
    ...Object.fromEntries(
      [...Object.values(resources), ...settings].flatMap(({ exported }) =>
        'pages' in exported ? [[exported.member, []]] : [],
      ),
    ),
  })
})

test('the export has all data as the API returns it, with deleted exercises but without deleted workouts', async () => {
  const user = await app.register({ displayName: '"quoted" \\ and </script> 💪', unit: 'lb' })
  const [keptExercise, deletedExercise] = [await ownExercise(user), await ownExercise(user)]
  for (const { body } of [keptExercise, deletedExercise])
    await log(user, workoutOf('2026-03-09T10:00:00Z', body.id, reps(5, 100)))
  await remove(user, `/api/exercises/${deletedExercise.body.id}`)
  const deletedWorkout = await log(user, { startedAt: '2026-03-09T10:00:00Z', exercises: [] })
  await remove(user, `/api/workouts/${deletedWorkout.body.id}`)
  await log(user, workoutOf('2026-03-01T10:00:00Z', 'pull-up', reps(5)))
  await weigh(user, '2026-03-02T07:00:00Z', 80)
  const deletedMeasurement = await weigh(user, '2026-03-03T07:00:00Z', 80)
  await remove(user, `/api/measurements/${deletedMeasurement.body.id}`)
  await post(user, '/api/measurements', {
    kind: 'waist',
    unit: 'in',
    value: 31.5,
    measuredAt: '2026-03-04T07:00:00Z',
    notes: '↔',
  })

  const account = await exportAccount(user)
  expect(account.user).toEqual((await get<Schemas['User']>(user, '/api/users/me')).body)
  expect(account.workouts).toEqual(await listAll<Workout>(user, '/api/workouts'))
  expect(account.workouts).toHaveLength(3)
  expect(account.workouts.every(({ totals }) => totals.volume.unit === 'lb')).toBe(true)
  expect(account.measurements).toEqual(await listAll<Schemas['Measurement']>(user, '/api/measurements'))
  expect(account.measurements).toHaveLength(2)
  const exercises = await Promise.all(
    [keptExercise, deletedExercise].map(({ body }) =>
      get<Schemas['Exercise']>(user, `/api/exercises/${body.id}`),
    ),
  )
  expect(account.exercises).toEqual(
    exercises.map(({ body }) => body).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
  expect(account.exercises.filter(({ deletedAt }) => deletedAt !== undefined)).toHaveLength(1)
})

test('nothing is lost between pages', async () => {
  const user = await app.register()
  const startedAt = '2026-03-09T10:00:00.000Z'
  for (const count of [99, 1, 1]) {
    const inputs = Array.from({ length: count }, () => ({ startedAt, exercises: [] }))
    await Promise.all(inputs.map((body) => user.send('POST', '/api/workouts', { body })))
    await Promise.all(inputs.map((_, number) => weigh(user, startedAt, number)))
    const account = await exportAccount(user)
    expect(account.workouts).toEqual(await listAll<Workout>(user, '/api/workouts'))
    expect(account.measurements).toEqual(await listAll<Schemas['Measurement']>(user, '/api/measurements'))
  }
})
