import { describe, expect, test } from 'bun:test'
import { disableAccount } from '#db/accounts/account-access.ts'
import { sessionIdleMs } from '#db/accounts/sessions.ts'
import { openAlongside } from '#db/engine/sqlite/open.ts'
import { transact, transactAccounts } from '#db/engine/transact.ts'
import { nextSeq } from '#db/sync/change-numbers.ts'
import type { Schemas } from '#generated/types.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'
import { password, type TestUser, userWith } from '#tests/support/user.ts'
import { importAll, strongFile } from '../imports/import-file.ts'
import { openEventStream, waitUntil } from './open-event-stream.ts'
import { changes, push, pushOne, putMeasurement, putWorkout } from './push-and-pull.ts'

const app = await testApp()
const origin = app.listen()
const ifMatchAny = { 'If-Match': '*' }

test('the first event is sent immediately, with the seq of the last change', async () => {
  const user = await app.register()
  const first = await openEventStream(origin, user)
  expect(first.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(first.response.headers.get('cache-control')).toBe('no-store')
  expect(await first.next()).toEqual({ id: '0', seq: 0 })
  await push(user, [putWorkout(), putMeasurement()])
  const second = await openEventStream(origin, user)
  expect(await second.next()).toEqual({ id: '2', seq: 2 })
  expect((await changes(user)).seq).toBe(2)
  first.disconnect()
  second.disconnect()
})

describe('with Last-Event-ID', () => {
  test('of the last change, a comment opens the stream, and the next change is the first event', async () => {
    const user = await app.register()
    await pushOne(user, putMeasurement())
    const stream = await openEventStream(origin, user, '1')
    expect(await stream.nextChunk()).toBe(':\n\n')
    await pushOne(user, putMeasurement())
    expect(await stream.next()).toEqual({ id: '2', seq: 2 })
    stream.disconnect()
  })

  test.each(['0', '9', '9999999999999999'])(
    'of any other change (%s), the first event is sent immediately',
    async (last) => {
      const user = await app.register()
      await pushOne(user, putMeasurement())
      const stream = await openEventStream(origin, user, last)
      expect(await stream.next()).toEqual({ id: '1', seq: 1 })
      stream.disconnect()
    },
  )
})

describe('a change to a user’s data', () => {
  const writes: [string, (user: TestUser) => Promise<unknown>][] = [
    ['a push', (user) => push(user, [putWorkout(), putWorkout()])],
    ['a POST', (user) => user.send('POST', '/api/workouts', { body: putWorkout().value })],
    [
      'a POST with an Idempotency-Key',
      (user) =>
        user.send('POST', '/api/workouts', { body: putWorkout().value, headers: { 'Idempotency-Key': 'k' } }),
    ],
    [
      'a report of soreness',
      (user) => user.send('PUT', '/api/analytics/fatigue/quads', { body: { soreness: 3 } }),
    ],
    ['an import', (user) => importAll(app, user, strongFile(['2026-03-01', 'Squat (Barbell)', 1]))],
    [
      'the undo of an import',
      async (user) => {
        const { id } = await importAll(app, user, strongFile(['2026-03-01', 'Squat (Barbell)', 1]))
        const { seq } = await changes(user)
        await user.send('DELETE', `/api/imports/${id}`)
        expect((await changes(user)).seq).toBeGreaterThan(seq)
      },
    ],
  ]
  test.each(writes)('by %s reaches only that user’s streams', async (_, change) => {
    const [user, other] = [await app.register(), await app.register()]
    const streams = await Promise.all([openEventStream(origin, user), openEventStream(origin, user)])
    const otherStream = await openEventStream(origin, other)
    for (const stream of [...streams, otherStream]) expect(await stream.next()).toMatchObject({ seq: 0 })
    await change(user)
    const { seq } = await changes(user)
    for (const stream of streams) {
      let event = await stream.next()
      while (event.seq < seq) event = await stream.next()
      expect(event.seq).toBe(seq)
    }
    await pushOne(other, putMeasurement())
    expect(await otherStream.next()).toEqual({ id: '1', seq: 1 })
    for (const stream of [...streams, otherStream]) stream.disconnect()
  })

  test('that is rolled back causes no event', async () => {
    const user = await app.register()
    const stream = await openEventStream(origin, user)
    await stream.next()
    const failing = transact(app.db, user.id, async (tx) => {
      await nextSeq(tx, user.id)
      throw new Error('rolled back')
    })
    expect(await rejectionMessageOf(failing)).toContain('rolled back')
    await pushOne(user, putMeasurement())
    expect(await stream.next()).toEqual({ id: '1', seq: 1 })
    stream.disconnect()
  })

  test('at the same time as others causes at most one event, and the last change always causes one', async () => {
    const user = await app.register()
    const stream = await openEventStream(origin, user)
    await stream.next()
    await Promise.all(Array.from({ length: 100 }, () => pushOne(user, putMeasurement())))
    let events = 1
    while ((await stream.next()).seq < 100) events++
    expect(events).toBeLessThanOrEqual(100)
    stream.disconnect()
  })
})

/** Registers a user and opens a stream. Resolves after the first event. */
async function registerWithStream(server: { app: TestApp; origin: string } = { app, origin }) {
  const user = await server.app.register()
  const stream = await openEventStream(server.origin, user)
  await stream.next()
  return { user, stream }
}

describe('when a session ends', () => {
  const ends: [string, (user: TestUser) => Promise<unknown>][] = [
    ['a logout', (user) => user.send('POST', '/api/auth/logout')],
    [
      'a request of another session',
      async (user) => {
        const { data } = await user.client.POST('/api/auth/login', { body: { email: user.email, password } })
        if (!data) throw new Error('could not log in')
        const other = userWith(app, data)
        const sessions = (await other.send('GET', '/api/auth/sessions')).json<Schemas['SessionList']>()
        const first = sessions.items.find(({ current }) => !current)
        await other.send('DELETE', `/api/auth/sessions/${first?.id}`)
      },
    ],
    [
      'a change of the password',
      (user) =>
        user.send('POST', '/api/users/me/password', {
          body: { currentPassword: password, newPassword: 'nine marble kettles sing' },
        }),
    ],
    [
      'the deletion of the account',
      (user) =>
        user.send('DELETE', '/api/users/me', {
          headers: { ...ifMatchAny, 'X-Current-Password': encodeURIComponent(password) },
        }),
    ],
    [
      'the disabling of the account',
      (user) => transactAccounts(app.db, (tx) => disableAccount(tx, user.email, app.clock.now)),
    ],
  ]
  test.each(ends)('by %s, its stream ends immediately', async (_, end) => {
    const { user, stream } = await registerWithStream()
    const openBefore = app.hints.openStreams
    await end(user)
    await stream.ended()
    expect(app.hints.openStreams).toBe(openBefore - 1)
  })

  test('the stream of another session of the same user stays open', async () => {
    const { user, stream } = await registerWithStream()
    const { data } = await user.client.POST('/api/auth/login', { body: { email: user.email, password } })
    if (!data) throw new Error('could not log in')
    const other = userWith(app, data)
    const otherStream = await openEventStream(origin, other)
    await otherStream.next()
    await user.send('POST', '/api/auth/logout')
    await stream.ended()
    await pushOne(other, putMeasurement())
    expect(await otherStream.next()).toEqual({ id: '1', seq: 1 })
    otherStream.disconnect()
  })
})

describe('an app with a short heartbeat interval', async () => {
  const folder = temporaryFolder()
  const fastApp = await testApp({ heartbeatMs: 20, folder })
  const server = { app: fastApp, origin: fastApp.listen() }

  test('sends comments as heartbeats', async () => {
    const { stream } = await registerWithStream(server)
    // A busy machine may send several at once.
    for (let chunks = 0; chunks < 3; chunks++) expect(await stream.nextChunk()).toMatch(/^(:\n\n)+$/)
    stream.disconnect()
  })

  test('ends the stream of a session that expires', async () => {
    const { stream } = await registerWithStream(server)
    fastApp.clock.now += sessionIdleMs + 1
    await stream.ended()
    fastApp.clock.now -= sessionIdleMs + 1
  })

  test('sends an event for a write of another process, and ends the streams of an account that it disabled', async () => {
    const { user, stream } = await registerWithStream(server)
    const otherProcess = openAlongside(fastApp.sqlite.filename)
    await transact(otherProcess.db, user.id, (tx) => nextSeq(tx, user.id))
    expect(await stream.next()).toEqual({ id: '1', seq: 1 })
    await transactAccounts(otherProcess.db, (tx) => disableAccount(tx, user.email, fastApp.clock.now))
    await stream.ended()
    await otherProcess.close()
  })
})

test('a stream is closed as soon as its client disconnects', async () => {
  const { stream } = await registerWithStream()
  const openBefore = app.hints.openStreams
  stream.disconnect()
  await waitUntil(() => app.hints.openStreams === openBefore - 1)
})

test('HEAD has the status and type of GET, and leaves no stream open', async () => {
  const user = await app.register()
  const openBefore = app.hints.openStreams
  const headers = { Authorization: `Bearer ${user.token}` }
  for (let count = 0; count < 30; count++) {
    const head = await fetch(`${origin}/api/sync/events`, { method: 'HEAD', headers })
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
  }
  expect(app.hints.openStreams).toBe(openBefore)
})

test('the metrics count open streams', async () => {
  const { stream } = await registerWithStream()
  const text = await (await fetch(`${origin}/metrics`)).text()
  expect(text).toContain(`replog_event_streams ${app.hints.openStreams}\n`)
  stream.disconnect()
})
