import { describe, expect, test } from 'bun:test'
import { LoggedOutError, localStorageStore, ProblemError, UnsentChangesError } from '#client/index.ts'
import { deleteUser } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import { testApp } from '#tests/support/app.ts'
import { rejectionMessageOf, rejectionOf } from '#tests/support/rejection.ts'
import { password } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { offline, type TestDevice, testDevice } from './support/device.ts'
import { signUp, squats } from './support/logs.ts'
import { until } from './support/until.ts'

const app = await testApp()
const synced = { state: 'synced', pending: 0, deadLetters: 0 } as const

/** The access token that a device has stored. */
function tokenOn({ storage }: TestDevice): string {
  const key = [...storage.entries.keys()].find((name) => name.endsWith('/session')) ?? ''
  return JSON.parse(storage.getItem(key) ?? '{}').accessToken
}

/** Everything that a device has stored, keys included. */
function textsOn({ storage }: TestDevice): string {
  return [...storage.entries].flat().join('\n')
}

test('logged out: reads are empty and writes throw LoggedOutError', async () => {
  const { replog } = await signUp(app)
  await replog.logOut()
  expect(replog.status).toEqual({ state: 'logged_out', pending: 0, deadLetters: 0 })
  expect(replog.user).toBeUndefined()
  expect(replog.workouts.list()).toEqual([])
  expect(await rejectionOf(replog.workouts.put(squats(5)))).toBeInstanceOf(LoggedOutError)
  expect((await replog.sync()).state).toBe('logged_out')
})

test('a rejected registration throws a ProblemError that says what to change', async () => {
  const { replog } = await signUp(app)
  await replog.logOut()
  const failing = replog.register({ email: 'short@example.com', password: 'short' })
  expect(await rejectionMessageOf(failing)).toContain('Must have at least 12 characters.')
})

test('a wrong password throws ProblemError', async () => {
  const { replog, email } = await signUp(app)
  const failing = replog.logIn({ email, password: 'not this one, not at all' })
  expect(await rejectionOf(failing)).toBeInstanceOf(ProblemError)
  expect(await rejectionOf(failing)).toMatchObject({ status: 401, problem: { code: 'invalid_credentials' } })
})

test('a logout with unsent changes throws unless they are discarded', async () => {
  const { replog, device } = await signUp(app)
  device.fetch = offline
  await replog.workouts.put(squats(5))
  const failing = replog.logOut()
  expect(await rejectionOf(failing)).toBeInstanceOf(UnsentChangesError)
  expect(await rejectionOf(failing)).toMatchObject({ count: 1 })
  expect(replog.workouts.list()).toHaveLength(1)
  await replog.logOut({ discard: true })
  expect(replog.status.state).toBe('logged_out')
  expect([...device.storage.entries.keys()].map((key) => key.split('/')[1])).toEqual(['v'])
})

test('a logout ends the session on the server', async () => {
  const { replog, device } = await signUp(app)
  const token = tokenOn(device)
  await replog.logOut()
  await until(async () => (await app.send('GET', '/api/users/me', { token })).status === 401)
})

test('another user on the device doesn’t see the data of the first user, whose outbox is kept', async () => {
  const { replog, device, email } = await signUp(app)
  await replog.sync()
  const { id } = await replog.workouts.put(squats(5))
  const otherUser = await signUp(app)
  await replog.logIn({ email: otherUser.email, password })
  expect(replog.user?.email).toBe(otherUser.email)
  expect(replog.workouts.list()).toEqual([])
  expect(replog.status.pending).toBe(0)
  await replog.workouts.put(squats(9))
  expect(await replog.sync()).toEqual(synced)
  await replog.logIn({ email, password })
  expect(replog.workouts.list().map((workout) => workout.id)).toEqual([id])
  expect(replog.status.pending).toBe(1)
  expect(await replog.sync()).toEqual(synced)
  expect(replog.workouts.list()).toHaveLength(1)
  expect(device.storage.entries.size).toBeGreaterThan(0)
})

test('an expired token is refreshed, and the write is sent with the new one', async () => {
  const { replog, device } = await signUp(app)
  await replog.sync()
  app.clock.now += dayMs
  const { id } = await replog.workouts.put(squats(5))
  device.requests.length = 0
  expect(await replog.sync()).toEqual(synced)
  expect(device.requests).toEqual(['POST /api/auth/refresh', 'POST /api/sync/push', 'GET /api/sync/changes'])
  expect(replog.workouts.get(id)?.revision).toBe(1)
})

test('a token that has expired though it seems valid by the device’s clock is refreshed once the server rejects it', async () => {
  const { replog, device } = await signUp(app)
  await replog.sync()
  device.now = app.clock.now
  app.clock.now += dayMs
  device.requests.length = 0
  expect((await replog.client.GET('/api/users/me')).response.status).toBe(200)
  expect(device.requests).toEqual(['GET /api/users/me', 'POST /api/auth/refresh', 'GET /api/users/me'])
})

test('a device whose clock is set to another year refreshes a valid token at most once', async () => {
  const { replog, device } = await signUp(app)
  await replog.sync()
  for (const [days, refreshes] of [
    [365, 1],
    [-365, 0],
  ] as const) {
    device.now = app.clock.now + days * dayMs
    device.requests.length = 0
    for (let request = 0; request < 3; request++)
      expect((await replog.client.GET('/api/users/me')).response.status).toBe(200)
    expect(device.requests.filter((request) => request === 'POST /api/auth/refresh')).toHaveLength(refreshes)
    expect(device.requests).toHaveLength(3 + refreshes)
  }
})

test('tabs with an expired token share one refresh', async () => {
  const { replog, device } = await signUp(app)
  const otherTab = await device.open()
  app.clock.now += dayMs
  device.requests.length = 0
  await Promise.all([replog, otherTab].map((tab) => tab.client.GET('/api/users/me')))
  expect(device.requests.toSorted()).toEqual([
    'GET /api/users/me',
    'GET /api/users/me',
    'POST /api/auth/refresh',
  ])
})

for (const [name, respond] of Object.entries({
  'an HTML page with status 403': () => new Response('<html>', { status: 403 }),
  'a login page of its own': () => new Response('<html>', { status: 401 }),
  'unrelated JSON': () => Response.json({ ok: true }),
})) {
  test(`a proxy responds to a refresh with ${name}: the session continues`, async () => {
    const { replog, device } = await signUp(app)
    await replog.sync()
    app.clock.now += dayMs
    await replog.workouts.put(squats(5))
    device.fetch = async (request) => (request.url.endsWith('/refresh') ? respond() : app.fetch(request))
    expect(await replog.sync()).toMatchObject({ state: 'offline', pending: 1 })
    expect(replog.user).toBeDefined()
    device.fetch = app.fetch
    expect(await replog.sync()).toEqual(synced)
  })
}

test('the log stays readable and writable while the same user logs in again', async () => {
  const { email } = await signUp(app)
  const device = testDevice(app)
  const inner = localStorageStore('slow', device.storage)
  const load = async (prefix: string) => {
    for (let turns = 0; turns < 5; turns++) await new Promise((resolve) => setImmediate(resolve))
    return inner.load(prefix)
  }
  const replog = await device.open({ storage: { ...inner, load } })
  await replog.logIn({ email, password })
  const { id } = await replog.workouts.put(squats(5))
  let isDone = false
  const login = replog.logIn({ email, password }).finally(() => {
    isDone = true
  })
  const puts: Promise<unknown>[] = []
  while (!isDone) {
    expect(replog.workouts.get(id)).toBeDefined()
    if (puts.length < 50) puts.push(replog.workouts.put(squats(6)))
    await new Promise((resolve) => setImmediate(resolve))
  }
  await login
  await Promise.all(puts)
  expect(replog.workouts.list()).toHaveLength(1 + puts.length)
})

test('after a lost response to a refresh, the next refresh succeeds', async () => {
  const { replog, device } = await signUp(app)
  await replog.sync()
  app.clock.now += dayMs
  await replog.workouts.put(squats(5))
  device.fetch = async (request) => {
    const response = await app.fetch(request)
    return request.url.endsWith('/refresh') ? offline() : response
  }
  expect(await replog.sync()).toMatchObject({ state: 'offline', pending: 1 })
  app.clock.now += 10_000
  device.fetch = app.fetch
  expect(await replog.sync()).toEqual(synced)
})

test('concurrent requests share one refresh and keep their bodies', async () => {
  const { replog, device } = await signUp(app)
  app.clock.now += dayMs
  device.requests.length = 0
  const body = { displayName: 'Ada' }
  const responses = await Promise.all([
    replog.client.GET('/api/users/me'),
    replog.client.GET('/api/analytics/summary'),
    replog.client.POST('/api/measurements', {
      body: {
        kind: 'bodyweight',
        value: 80,
        unit: 'kg',
        measuredAt: '2026-11-20T17:02:00Z',
        notes: body.displayName,
      },
    }),
  ])
  expect(responses.map(({ response }) => response.status)).toEqual([200, 200, 201])
  expect(device.requests.filter((request) => request.endsWith('/refresh'))).toHaveLength(1)
  expect(device.requests).toHaveLength(4)
})

test('a revoked session needs a new login, and the outbox is kept', async () => {
  const { replog, device, email } = await signUp(app)
  await replog.sync()
  const { id } = await replog.workouts.put(squats(5))
  const { data } = await replog.client.GET('/api/auth/sessions')
  for (const session of data?.items ?? []) {
    await replog.client.DELETE('/api/auth/sessions/{id}', { params: { path: { id: session.id } } })
  }
  expect(await replog.sync()).toMatchObject({ state: 'login_needed', pending: 1 })
  expect(replog.user?.email).toBe(email)
  device.requests.length = 0
  await replog.sync()
  expect(device.requests).toEqual([])
  await replog.close()
  const after = await device.open()
  expect(after.status).toMatchObject({ state: 'login_needed', pending: 1 })
  expect(after.workouts.get(id)).toBeDefined()
  await after.workouts.put(squats(6))
  await after.logIn({ email, password })
  expect(await after.sync()).toEqual(synced)
  expect(after.workouts.list()).toHaveLength(2)
})

describe('an account that was deleted', () => {
  /** A device whose account was deleted on the server, which it hasn't noticed yet. */
  async function deletedAccount() {
    const signed = await signUp(app)
    await signed.replog.workouts.put(squats(5))
    await signed.replog.sync()
    const id = signed.replog.user?.id ?? ''
    await transact(app.db, id, (tx) => deleteUser(tx, id, () => true))
    return { ...signed, id }
  }

  test('and registered again leaves the old user on the device until it is forgotten', async () => {
    const { replog, device, email, id } = await deletedAccount()
    await replog.register({ email, password })
    const user = replog.user?.id ?? ''
    expect(user).not.toBe(id)
    expect(replog.workouts.list()).toEqual([])
    expect((await replog.keptUsers()).toSorted()).toEqual([id, user].toSorted())
    await replog.workouts.put(squats(6))
    await replog.forget(id)
    expect(await replog.keptUsers()).toEqual([user])
    expect(textsOn(device)).not.toContain(id)
    expect(await replog.sync()).toEqual(synced)
    expect(replog.workouts.list()).toHaveLength(1)
  })

  test('and forgotten while logged in logs out', async () => {
    const { replog, device, id } = await deletedAccount()
    await replog.forget(id)
    expect(replog.status.state).toBe('logged_out')
    expect(await replog.keptUsers()).toEqual([])
    expect(textsOn(device)).not.toContain(id)
  })
})

test('forgetting another user with unsent changes throws unless they are discarded', async () => {
  const { replog, device } = await signUp(app)
  const first = replog.user?.id ?? ''
  await replog.workouts.put(squats(5))
  const otherUser = await signUp(app)
  await replog.logIn({ email: otherUser.email, password })
  const forgetting = replog.forget(first)
  expect(await rejectionOf(forgetting)).toBeInstanceOf(UnsentChangesError)
  expect(await rejectionOf(forgetting)).toMatchObject({ count: 1 })
  await replog.forget(first, { discard: true })
  expect(textsOn(device)).not.toContain(first)
  expect(replog.user?.email).toBe(otherUser.email)
})

test('forgetting an unknown user does nothing', async () => {
  const { replog } = await signUp(app)
  await replog.forget(crypto.randomUUID())
  expect(await replog.keptUsers()).toEqual([replog.user?.id ?? ''])
})
