import { describe, expect, test } from 'bun:test'
import { disableAccount } from '#db/accounts/account-access.ts'
import { sessionIdleMs } from '#db/accounts/sessions.ts'
import { openAlongside } from '#db/engine/sqlite/open.ts'
import { transact, transactAccounts } from '#db/engine/transact.ts'
import { nextSeq } from '#db/sync/change-numbers.ts'
import type { Schemas } from '#generated/types.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { password, type TestUser, userWith } from '#tests/support/user.ts'
import { importAll, strongFile } from '../imports/importing.ts'
import { listenTo, until } from './listening.ts'
import { changes, push, pushOne, putMeasurement, putWorkout } from './syncing.ts'

const app = await testApp()
const origin = app.listen()
const ifAny = { 'If-Match': '*' }

test('the first event is sent immediately, with the seq of the last change', async () => {
  const user = await app.register()
  const fresh = await listenTo(origin, user)
  expect(fresh.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(fresh.response.headers.get('cache-control')).toBe('no-store')
  expect(await fresh.next()).toEqual({ id: '0', seq: 0 })
  await push(user, [putWorkout(), putMeasurement()])
  const later = await listenTo(origin, user)
  expect(await later.next()).toEqual({ id: '2', seq: 2 })
  expect((await changes(user)).seq).toBe(2)
  fresh.leave()
  later.leave()
})

describe('with Last-Event-ID, it is sent only if something has changed since', () => {
  test('nothing has changed: a comment opens the stream, and the next change is the first event', async () => {
    const user = await app.register()
    await pushOne(user, putMeasurement())
    const stream = await listenTo(origin, user, '1')
    expect(await stream.piece()).toBe(':\n\n')
    await pushOne(user, putMeasurement())
    expect(await stream.next()).toEqual({ id: '2', seq: 2 })
    stream.leave()
  })

  test.each(['0', '9', '9999999999999999'])('something has changed since %s', async (last) => {
    const user = await app.register()
    await pushOne(user, putMeasurement())
    const stream = await listenTo(origin, user, last)
    expect(await stream.next()).toEqual({ id: '1', seq: 1 })
    stream.leave()
  })
})

describe('every change of a user reaches only the streams of that user', () => {
  const ways: [string, (user: TestUser) => Promise<unknown>][] = [
    ['a push', (user) => push(user, [putWorkout(), putWorkout()])],
    ['a POST', (user) => user.send('POST', '/api/workouts', { body: putWorkout().value })],
    [
      'a POST with an Idempotency-Key',
      (user) =>
        user.send('POST', '/api/workouts', { body: putWorkout().value, headers: { 'Idempotency-Key': 'k' } }),
    ],
    [
      'a setting of training',
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
  test.each(ways)('%s', async (_, change) => {
    const [user, other] = [await app.register(), await app.register()]
    const streams = await Promise.all([listenTo(origin, user), listenTo(origin, user)])
    const others = await listenTo(origin, other)
    for (const stream of [...streams, others]) expect(await stream.next()).toMatchObject({ seq: 0 })
    await change(user)
    const { seq } = await changes(user)
    for (const stream of streams) {
      let event = await stream.next()
      while (event.seq < seq) event = await stream.next()
      expect(event.seq).toBe(seq)
    }
    await pushOne(other, putMeasurement())
    expect(await others.next()).toEqual({ id: '1', seq: 1 })
    for (const stream of [...streams, others]) stream.leave()
  })

  test('a change that is rolled back notifies nobody', async () => {
    const user = await app.register()
    const stream = await listenTo(origin, user)
    await stream.next()
    const failing = transact(app.db, user.id, async (tx) => {
      await nextSeq(tx, user.id)
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    await pushOne(user, putMeasurement())
    expect(await stream.next()).toEqual({ id: '1', seq: 1 })
    stream.leave()
  })

  test('many simultaneous changes are combined into few events, including the last', async () => {
    const user = await app.register()
    const stream = await listenTo(origin, user)
    await stream.next()
    await Promise.all(Array.from({ length: 100 }, () => pushOne(user, putMeasurement())))
    let events = 1
    while ((await stream.next()).seq < 100) events++
    expect(events).toBeLessThanOrEqual(100)
    stream.leave()
  })
})

/** An open stream of a new user. */
async function begun(on: { app: TestApp; origin: string } = { app, origin }) {
  const user = await on.app.register()
  const stream = await listenTo(on.origin, user)
  await stream.next()
  return { user, stream }
}

describe('a stream ends immediately when its session ends', () => {
  const ends: [string, (user: TestUser) => Promise<unknown>][] = [
    ['a logout', (user) => user.send('POST', '/api/auth/logout')],
    [
      'the end of the session from another',
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
          headers: { ...ifAny, 'X-Current-Password': encodeURIComponent(password) },
        }),
    ],
    [
      'its disabling',
      (user) => transactAccounts(app.db, (tx) => disableAccount(tx, user.email, app.clock.now)),
    ],
  ]
  test.each(ends)('%s', async (_, end) => {
    const { user, stream } = await begun()
    const before = app.hints.openStreams
    await end(user)
    await stream.ended()
    expect(app.hints.openStreams).toBe(before - 1)
  })

  test('the stream of another session of the same user stays open', async () => {
    const { user, stream } = await begun()
    const { data } = await user.client.POST('/api/auth/login', { body: { email: user.email, password } })
    if (!data) throw new Error('could not log in')
    const other = userWith(app, data)
    const lasting = await listenTo(origin, other)
    await lasting.next()
    await user.send('POST', '/api/auth/logout')
    await stream.ended()
    await pushOne(other, putMeasurement())
    expect(await lasting.next()).toEqual({ id: '1', seq: 1 })
    lasting.leave()
  })
})

describe('an app with a short heartbeat interval', async () => {
  const folder = temporaryFolder()
  const fast = await testApp({ heartbeatMs: 20, folder })
  const on = { app: fast, origin: fast.listen() }

  test('sends comments as heartbeats', async () => {
    const { stream } = await begun(on)
    for (let beats = 0; beats < 3; beats++) expect(await stream.piece()).toBe(':\n\n')
    stream.leave()
  })

  test('ends the stream of a session that expires', async () => {
    const { stream } = await begun(on)
    fast.clock.now += sessionIdleMs + 1
    await stream.ended()
    fast.clock.now -= sessionIdleMs + 1
  })

  test('announces writes of another process, and ends the streams of an account that it disabled', async () => {
    const { user, stream } = await begun(on)
    const beside = openAlongside(fast.sqlite.filename)
    await transact(beside.db, user.id, (tx) => nextSeq(tx, user.id))
    expect(await stream.next()).toEqual({ id: '1', seq: 1 })
    await transactAccounts(beside.db, (tx) => disableAccount(tx, user.email, fast.clock.now))
    await stream.ended()
    await beside.close()
  })
})

test('a stream is closed as soon as its client disconnects', async () => {
  const { stream } = await begun()
  const before = app.hints.openStreams
  stream.leave()
  await until(() => app.hints.openStreams === before - 1)
})

test('HEAD equals GET and leaves no stream open', async () => {
  const user = await app.register()
  const before = app.hints.openStreams
  const headers = { Authorization: `Bearer ${user.token}` }
  for (let count = 0; count < 30; count++) {
    const head = await fetch(`${origin}/api/sync/events`, { method: 'HEAD', headers })
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
  }
  expect(app.hints.openStreams).toBe(before)
})

test('the metrics count open streams', async () => {
  const { stream } = await begun()
  const text = await (await fetch(`${origin}/metrics`)).text()
  expect(text).toContain(`replog_event_streams ${app.hints.openStreams}\n`)
  stream.leave()
})
