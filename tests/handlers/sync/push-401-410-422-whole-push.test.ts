import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { stateOf } from '#tests/support/state.ts'
import { changes, push, putMeasurement, putWorkout } from './push-and-pull.ts'

type Problem = Schemas['Problem']

const app = await testApp()

const bodies: [string, object, string[]][] = [
  [
    '501 mutations',
    { mutations: Array.from({ length: 501 }, () => putMeasurement()) },
    ['/mutations max_items'],
  ],
  ['an empty list', { mutations: [] }, ['/mutations min_items']],
  ['an empty object', {}, ['/mutations required']],
  ['an object instead of the list', { mutations: { 0: putMeasurement() } }, ['/mutations type']],
  ['an unknown field', { mutations: [putMeasurement()], cursor: 'x' }, ['/cursor unknown_field']],
  ['an empty epoch', { mutations: [putMeasurement()], epoch: '' }, ['/epoch min_length']],
]

describe('a push that is invalid as a whole gets 422, and nothing is applied', () => {
  test.each(bodies)('%s', async (_, body, expected) => {
    const user = await app.register()
    const state = await stateOf(app.db)
    const response = await user.send('POST', '/api/sync/push', { body })
    expect(response.status).toBe(422)
    const { errors = [] } = response.json<Problem>()
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected)
    expect(await stateOf(app.db)).toBe(state)
  })
})

test('a push for a different database gets 410 epoch_changed, and nothing is applied', async () => {
  const user = await app.register()
  const { epoch } = await changes(user)
  const state = await stateOf(app.db)
  const body = { epoch: `${epoch}x`, mutations: [putMeasurement()] }
  const response = await user.send('POST', '/api/sync/push', { body })
  expect([response.status, response.json<Problem>().code]).toEqual([410, 'epoch_changed'])
  expect(await stateOf(app.db)).toBe(state)
  expect(await push(user, body.mutations, epoch)).toMatchObject([{ outcome: 'applied' }])
})

test('500 mutations are accepted, and other requests run in between', async () => {
  const [user, other] = [await app.register(), await app.register()]
  const mutations = Array.from({ length: 500 }, () => putWorkout())
  let isDone = false
  const pushing = push(user, mutations).finally(() => {
    isDone = true
  })
  let otherRequests = 0
  while (!isDone) {
    const { status } = await other.send('POST', '/api/measurements', {
      body: { kind: 'bodyweight', value: 80, unit: 'kg', measuredAt: '2026-11-20T06:30:00.000Z' },
    })
    expect(status).toBe(201)
    if (!isDone) otherRequests++
    await new Promise(setImmediate)
  }
  const results = await pushing
  expect(results.map(({ outcome }) => outcome)).toEqual(Array(500).fill('applied'))
  expect(results.map(({ mutationId }) => mutationId)).toEqual(mutations.map(({ mutationId }) => mutationId))
  expect(otherRequests).toBeGreaterThan(1)
})

test('a logout during a push ends it with 401, and a repeat recognizes the applied mutations', async () => {
  const user = await app.register()
  const mutations = Array.from({ length: 500 }, () => putWorkout())
  const pushing = user.send('POST', '/api/sync/push', { body: { mutations } })
  // Waits until some mutations of the push are applied.
  while ((await countWorkouts(user.id)) === 0) await new Promise(setImmediate)
  await user.send('POST', '/api/auth/logout')
  const response = await pushing
  expect([response.status, response.json<Problem>().code]).toEqual([401, 'session_ended'])
  const applied = await countWorkouts(user.id)
  expect(applied).toBeWithin(1, 500)
  const { data } = await app.client.POST('/api/auth/login', {
    body: { email: user.email, password: 'gravel teapot eleven moons' },
  })
  const repeated = await app.send('POST', '/api/sync/push', {
    token: data?.accessToken ?? '',
    body: { mutations },
  })
  const { results } = repeated.json<Schemas['SyncPushed']>()
  expect(results.map(({ outcome }) => outcome)).toEqual(
    mutations.map((_, index) => (index < applied ? 'duplicate' : 'applied')),
  )
})

async function countWorkouts(userId: string): Promise<number> {
  const rows = await app.db.selectFrom('workouts').select('id').where('userId', '=', userId).execute()
  return rows.length
}
