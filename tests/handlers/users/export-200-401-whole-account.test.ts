import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'

type AccountExport = Schemas['AccountExport']

const app = await testApp()

const path = '/api/users/me/export'

async function exportAccount(user: TestUser): Promise<AccountExport> {
  const response = await user.send('GET', path)
  expect(response.status).toBe(200)
  return response.json<AccountExport>()
}

/** Creates a resource. Resolves to it. */
async function create<T>(user: TestUser, collection: string, body: unknown): Promise<T> {
  const response = await user.send('POST', `/api/${collection}`, { body })
  expect(response.status).toBe(201)
  return response.json<T>()
}

const exerciseInput = { name: 'Log lift', category: 'push', equipment: 'other', tracking: 'weight_reps' }

function workout(minute: number, exerciseId = 'barbell-bench-press') {
  return {
    startedAt: new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString(),
    exercises: [{ exerciseId, sets: [{ type: 'normal', reps: 5, weight: { value: 100, unit: 'kg' } }] }],
  }
}

function measurement(minute: number) {
  const measuredAt = new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString()
  return { kind: 'bodyweight', value: 80 + minute / 100, unit: 'kg', measuredAt }
}

async function remove(user: TestUser, path: string): Promise<void> {
  const response = await user.send('DELETE', path, { headers: { 'If-Match': '*' } })
  expect(response.status).toBe(204)
}

test('200 for an empty account, with a file name', async () => {
  const user = await app.register()
  app.clock.now = Date.UTC(2026, 10, 20, 23, 59)
  const response = await user.send('GET', path, { token: (await login(user)).accessToken })
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="replog-2026-11-20.json"')
  expect(response.headers.get('cache-control')).toBe('private, no-cache')
  expect(response.json<AccountExport>()).toEqual({
    format: 'replog',
    version: 1,
    exportedAt: '2026-11-20T23:59:00.000Z',
    user: user.tokens.user,
    exercises: [],
    workouts: [],
    measurements: [],
    programs: [],
    runs: [],
    progressions: [],
    soreness: [],
    rememberedNames: [],
    programRevisions: [],
  })
})

async function login(user: TestUser): Promise<Schemas['Tokens']> {
  const body = { email: user.email, password: 'gravel teapot eleven moons' }
  return (await app.send('POST', '/api/auth/login', { body })).json<Schemas['Tokens']>()
}

test('200 with the profile, exercises, workouts and measurements as their own operations return them', async () => {
  const user = await app.register({ displayName: 'Ada "☂" \\ Lovelace', unit: 'lb' })
  const exercise = await create<Schemas['Exercise']>(user, 'exercises', exerciseInput)
  const created = await create<Schemas['Workout']>(user, 'workouts', workout(1, exercise.id))
  const createdMeasurement = await create<Schemas['Measurement']>(user, 'measurements', measurement(1))
  const document = await exportAccount(user)
  expect(document.user).toEqual((await user.send('GET', '/api/users/me')).json())
  expect(document.exercises).toEqual([exercise])
  expect(document.workouts).toEqual([created])
  expect(document.measurements).toEqual([createdMeasurement])
})

test('200 with each resource once, newest first, even if there are several pages of them', async () => {
  const user = await app.register()
  const count = 205
  for (let minute = 0; minute < count; minute++) {
    await create(user, 'workouts', workout(minute))
    await create(user, 'measurements', measurement(minute))
  }
  const { workouts, measurements } = await exportAccount(user)
  const times = Array.from({ length: count }, (_, minute) => workout(minute).startedAt).reverse()
  expect(workouts.map(({ startedAt }) => startedAt)).toEqual(times)
  expect(measurements.map(({ measuredAt }) => measuredAt)).toEqual(times)
})

test('200 with exactly one page', async () => {
  const user = await app.register()
  for (let minute = 0; minute < 100; minute++) await create(user, 'measurements', measurement(minute))
  expect((await exportAccount(user)).measurements).toHaveLength(100)
})

test('200 with deleted exercises, but without deleted workouts or measurements', async () => {
  const user = await app.register()
  const exercise = await create<Schemas['Exercise']>(user, 'exercises', exerciseInput)
  const keptWorkout = await create<Schemas['Workout']>(user, 'workouts', workout(1, exercise.id))
  const deletedWorkout = await create<Schemas['Workout']>(user, 'workouts', workout(2))
  const createdMeasurement = await create<Schemas['Measurement']>(user, 'measurements', measurement(1))
  await remove(user, `/api/exercises/${exercise.id}`)
  await remove(user, `/api/workouts/${deletedWorkout.id}`)
  await remove(user, `/api/measurements/${createdMeasurement.id}`)
  const document = await exportAccount(user)
  expect(document.exercises.map(({ id, deletedAt }) => [id, typeof deletedAt])).toEqual([
    [exercise.id, 'string'],
  ])
  expect(document.workouts.map(({ id }) => id)).toEqual([keptWorkout.id])
  expect(document.measurements).toEqual([])
})

test('200 without data of other users', async () => {
  const [ada, ben] = [await app.register(), await app.register()]
  await create(ben, 'exercises', exerciseInput)
  await create(ben, 'workouts', workout(1))
  await create(ben, 'measurements', measurement(1))
  const document = await exportAccount(ada)
  expect([document.exercises, document.workouts, document.measurements]).toEqual([[], [], []])
  expect(JSON.stringify(document)).not.toContain(ben.id)
})

test('401 without a token, and no body for HEAD', async () => {
  const user = await app.register()
  expect((await app.send('GET', path)).status).toBe(401)
  const head = await user.send('HEAD', path)
  expect([head.status, head.text]).toEqual([200, ''])
  expect(head.headers.get('content-disposition')).toStartWith('attachment')
})

test('the export stops reading when the client disconnects', async () => {
  const user = await app.register()
  for (let minute = 0; minute < 120; minute++) await create(user, 'measurements', measurement(minute))
  const request = new Request(`http://localhost${path}`, {
    headers: { Authorization: `Bearer ${user.token}` },
  })
  const { body } = await app.elysia.handle(request)
  const reader = body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  await reader?.cancel()
  expect(await reader?.read()).toEqual({ done: true, value: undefined })
  expect((await exportAccount(user)).measurements).toHaveLength(120)
})
