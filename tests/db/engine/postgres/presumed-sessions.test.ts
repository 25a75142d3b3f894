import { describe, expect, spyOn, test } from 'bun:test'
import { sql } from 'kysely'
import { Pool } from 'pg'
import { endAllSessions } from '#db/accounts/sessions.ts'
import { kyselyOf } from '#db/engine/kysely.ts'
import { setSeqIfSessionIsOpen } from '#db/engine/postgres/locked-user.ts'
import { transact } from '#db/engine/transact.ts'
import type { Tx } from '#db/schema/index.ts'
import { findSeq } from '#db/sync/change-numbers.ts'
import type { Schemas } from '#generated/types.ts'
import { expectBody, log, reps, type Workout } from '#tests/handlers/training.ts'
import { type AppOptions, type TestApp, testApp } from '#tests/support/app.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import type { RequestParts } from '#tests/support/request.ts'
import { batchesSentDuring } from '#tests/support/statements.ts'
import { password, type TestUser, userWith } from '#tests/support/user.ts'

const workout = (name: string, sets = [reps(5, 100)]) => ({
  name,
  startedAt: '2026-11-02T18:00:00Z',
  exercises: [{ exerciseId: 'barbell-bench-press', sets }],
})

/** Two nodes on one database. */
async function startNodes(options: AppOptions = {}): Promise<readonly [TestApp, TestApp]> {
  const { url } = await openTestPostgres((await startTestPostgres()).url)
  const key = crypto.getRandomValues(new Uint8Array(32))
  const node = () => testApp({ postgres: url, key, ...options })
  return [await node(), await node()]
}

/** A user whom the first node has just seen, with one workout, and the same session on the other node. */
async function seenUser([first, second]: readonly [TestApp, TestApp]) {
  const user = await first.register()
  const { body, etag } = await log(user, workout('Push'))
  return { user, other: userWith(second, user.tokens), id: body.id, path: `/api/workouts/${body.id}`, etag }
}

type Seen = Awaited<ReturnType<typeof seenUser>>

/** Whether each batch that a request sends checks the session together with the writes. */
async function checksDuring(request: () => Promise<unknown>): Promise<boolean[]> {
  const batches = await batchesSentDuring(request)
  return batches.map((batch) => batch.some(({ text }) => text === setSeqIfSessionIsOpen))
}

/** Why a session is no longer valid, and the change on the other node that causes it. */
const endings: Readonly<Record<string, (seen: Seen, node: TestApp) => Promise<object>>> = {
  'is logged out': ({ other }) => other.send('POST', '/api/auth/logout'),
  'is ended by a new password': ({ other }) =>
    other.send('POST', '/api/users/me/password', {
      body: { currentPassword: password, newPassword: 'seven other moons of gravel' },
    }),
  'is ended with the account': ({ other }) =>
    other.send('DELETE', '/api/users/me', {
      headers: { 'If-Match': '*', 'X-Current-Password': encodeURIComponent(password) },
    }),
  'has expired': ({ user }, { db }) =>
    sql`update sessions set "expiresAt" = 1 where "userId" = ${user.id}`.execute(kyselyOf(db)),
  'no longer exists': ({ user }, { db }) =>
    sql`delete from sessions where "userId" = ${user.id}`.execute(kyselyOf(db)),
  'belongs to a disabled account': ({ user }, { db }) =>
    sql`update users set "disabledAt" = 1 where id = ${user.id}`.execute(kyselyOf(db)),
}

const json = { 'Content-Type': 'application/json' }

/** Requests to save a workout, with their status while the session is open. */
const saves: Readonly<
  Record<string, (seen: Seen) => readonly [status: number, method: string, path: string, parts: RequestParts]>
> = {
  'a new workout': () => [201, 'POST', '/api/workouts', { body: workout('Pull') }],
  'a new workout with a key': () => [
    201,
    'POST',
    '/api/workouts',
    { body: workout('Pull'), headers: { 'Idempotency-Key': 'a' } },
  ],
  'a taken id': ({ id }) => [409, 'POST', '/api/workouts', { body: { ...workout('Pull'), id } }],
  'malformed JSON': () => [400, 'POST', '/api/workouts', { raw: '{"name":' }],
  'a body that is too large': () => [413, 'POST', '/api/workouts', { raw: ' '.repeat(1_048_577) }],
  'another media type': () => [
    415,
    'POST',
    '/api/workouts',
    { raw: 'Pull', headers: { 'Content-Type': 'text/plain' } },
  ],
  'an invalid field': () => [422, 'POST', '/api/workouts', { body: { ...workout('Pull'), energy: 9 } }],
  'an unknown exercise': () => [
    422,
    'POST',
    '/api/workouts',
    { body: { ...workout('Pull'), exercises: [{ exerciseId: 'nothing', sets: [] }] } },
  ],
  'a replaced workout': ({ path, etag }) => [
    200,
    'PUT',
    path,
    { body: workout('Pull'), headers: { ...json, 'If-Match': etag } },
  ],
  'the same workout': ({ path, etag }) => [
    200,
    'PUT',
    path,
    { body: workout('Push'), headers: { ...json, 'If-Match': etag } },
  ],
  'a missing If-Match': ({ path }) => [428, 'PUT', path, { body: workout('Pull') }],
  'a stale If-Match': ({ path }) => [
    412,
    'PUT',
    path,
    { body: workout('Pull'), headers: { ...json, 'If-Match': '"99-0"' } },
  ],
  'a missing workout': () => [
    404,
    'PUT',
    `/api/workouts/${crypto.randomUUID()}`,
    { body: workout('Pull'), headers: { ...json, 'If-Match': '*' } },
  ],
}

/** Everything stored for a user that a save could change. */
async function storedFor(node: TestApp, userId: string): Promise<unknown> {
  const { rows } = await sql`select
    (select json_agg(workouts order by id) from workouts where "userId" = ${userId}) as workouts,
    (select seq from users where id = ${userId}) as seq,
    (select count(*) from "workoutRevisions" where "userId" = ${userId}) as revisions,
    (select count(*) from "packedWorkouts" where "userId" = ${userId}) as packed`.execute(kyselyOf(node.db))
  return rows
}

describe.skipIf(!hasPostgres)('a node that has seen a session open', async () => {
  const nodes = hasPostgres ? await startNodes() : undefined
  const seen = async () => {
    if (!nodes) throw new Error('there are no nodes')
    return { ...(await seenUser(nodes)), nodes }
  }

  describe.each(Object.keys(saves))('and gets %s', (name) => {
    test.each(Object.keys(endings))(
      'saves and discloses nothing if the session %s on another node',
      async (ending) => {
        const { nodes, ...user } = await seen()
        const ended = await endings[ending]?.(user, nodes[1])
        if (ended && 'status' in ended) expect(ended.status).toBeLessThan(300)
        const before = await storedFor(nodes[1], user.user.id)
        const [, method, path, parts] = saves[name]?.(user) ?? [0, '', '', {}]
        const response = await user.user.send(method, path, parts)
        expect(response.status).toBe(401)
        expect(response.headers.get('etag')).toBeNull()
        expect(await storedFor(nodes[1], user.user.id)).toEqual(before)
      },
    )

    test('responds as usual if the session is still open', async () => {
      const { user, ...rest } = await seen()
      const [status, method, path, parts] = saves[name]?.({ user, ...rest }) ?? [0, '', '', {}]
      expect((await user.send(method, path, parts)).status).toBe(status)
    })
  })

  test('checks the session together with the writes, in one round trip', async () => {
    const { user, path, etag } = await seen()
    expect(await checksDuring(() => log(user, workout('Pull')))).toEqual([true])
    const replaced = () =>
      user.send('PUT', path, { body: workout('Legs'), headers: { ...json, 'If-Match': etag } })
    // A replacement reads the old workout before it writes.
    expect(await checksDuring(replaced)).toEqual([false, true])
  })

  test('saves all workouts that arrive at the same time', async () => {
    const { user, nodes } = await seen()
    const responses = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        user.send('POST', '/api/workouts', { body: workout(`Pull ${index}`) }),
      ),
    )
    expect(responses.map(({ status }) => status)).toEqual(Array<number>(8).fill(201))
    expect((await findSeq(nodes[1].db, user.id)).seq).toBe(9)
  })

  test('authenticates the next 16 saves after another node has changed the user', async () => {
    const { user, other, nodes } = await seen()
    await log(other, workout('Pull'))
    const checks: boolean[] = []
    for (let count = 0; count < 18; count++)
      checks.push((await checksDuring(() => log(user, workout(`Legs ${count}`)))).includes(true))
    // The first save still checks its session with the writes, and finds that the user has changed.
    expect(checks).toEqual([true, ...Array<boolean>(16).fill(false), true])
    expect((await findSeq(nodes[0].db, user.id)).seq).toBe(20)
  })

  test('responds in the units that the user has chosen on another node', async () => {
    const { user, other } = await seen()
    const headers = { ...json, 'If-Match': '*' }
    expect((await other.send('PATCH', '/api/users/me', { body: { unit: 'lb' }, headers })).status).toBe(200)
    const { body } = await log(user, workout('Pull'))
    expect(body.totals.volume?.unit).toBe('lb')
  })

  test('records once a minute that the session is used', async () => {
    const { user, nodes } = await seen()
    const [node] = nodes
    node.clock.now += 60_000
    await log(user, workout('Pull'))
    const { rows } =
      await sql`select "lastUsedAt"::float8 as "lastUsedAt" from sessions where "userId" = ${user.id}`.execute(
        kyselyOf(node.db),
      )
    expect(rows).toEqual([{ lastUsedAt: node.clock.now }])
    expect(await checksDuring(() => log(user, workout('Legs')))).toEqual([true])
  })

  test('compares If-Match with what another node has saved', async () => {
    const { user, other, path, etag } = await seen()
    const put = (sender: TestUser, name: string, ifMatch: string) =>
      sender.send('PUT', path, { body: workout(name), headers: { ...json, 'If-Match': ifMatch } })
    const replaced = await put(other, 'Legs', etag)
    expect((await put(user, 'Pull', etag)).status).toBe(412)
    const saved = await put(user, 'Pull', replaced.headers.get('etag') ?? '')
    expect(expectBody<Workout>(saved, 200)).toMatchObject({ name: 'Pull', revision: 3 })
  })
})

/** Resolves once a connection waits for a lock of a transaction. */
async function waitForBlocked(tx: Tx): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from pg_locks
      where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(tx)
    if (rows.length > 0) return
    await new Promise(setImmediate)
  }
}

/** Ends the connections that wait for a lock of a transaction. Resolves once there was one. */
async function endBlockedConnection(tx: Tx): Promise<void> {
  for (;;) {
    const { rows } = await sql`select pg_terminate_backend(pid) from pg_locks
      where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(tx)
    if (rows.length > 0) return
    await new Promise(setImmediate)
  }
}

test.skipIf(!hasPostgres)(
  'a save that overlaps with the end of its session is saved if and only if it is acknowledged, and later saves are rejected',
  async () => {
    const nodes = await startNodes()
    const { user } = await seenUser(nodes)
    const { db } = nodes[1]
    const { sent } = await transact(db, user.id, async (tx) => {
      // The lock on the user is held once a read has its result.
      await findSeq(tx, user.id)
      const sent = user.send('POST', '/api/workouts', { body: workout('Pull') })
      await waitForBlocked(tx)
      await endAllSessions(tx, user.id, Date.now())
      return { sent }
    })
    const { status } = await sent
    expect([201, 401]).toContain(status)
    const expected = status === 201 ? 2 : 1
    expect((await findSeq(db, user.id)).seq).toBe(expected)
    expect((await user.send('POST', '/api/workouts', { body: workout('Legs') })).status).toBe(401)
    expect((await findSeq(db, user.id)).seq).toBe(expected)
  },
)

test.skipIf(!hasPostgres)('writes whose outcome is unknown are not repeated', async () => {
  const nodes = await startNodes({ expectsErrors: true })
  const { user, other } = await seenUser(nodes)
  const { sent } = await transact(nodes[1].db, user.id, async (tx) => {
    // The lock on the user is held once a read has its result.
    await findSeq(tx, user.id)
    const sent = user.send('POST', '/api/workouts', { body: workout('Pull') })
    await endBlockedConnection(tx)
    return { sent }
  })
  expect((await sent).status).toBe(503)
  const list = await other.send('GET', '/api/workouts')
  expect(expectBody<Schemas['WorkoutList']>(list, 200).items).toHaveLength(1)
})

test.skipIf(!hasPostgres)('a save waits for a connection once if there is none', async () => {
  const [node, other] = await startNodes({ expectsErrors: true })
  const { user, path, etag } = await seenUser([node, other])
  await node.close()
  const connect = spyOn(Pool.prototype, 'connect')
  try {
    const headers = { ...json, 'If-Match': etag }
    const response = await user.send('PUT', path, { body: workout('Pull'), headers })
    expect([response.status, connect.mock.calls.length]).toEqual([503, 1])
  } finally {
    connect.mockRestore()
  }
})

describe.skipIf(!hasPostgres)('with rate limits', async () => {
  const nodes = hasPostgres ? await startNodes({ rateLimit: true }) : undefined
  const remaining = (headers: Headers) => Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1])

  test('a request that is processed again after its authentication counts once', async () => {
    if (!nodes) throw new Error('there are no nodes')
    const { user, other } = await seenUser(nodes)
    const first = await user.send('POST', '/api/workouts', { body: workout('Pull') })
    await log(other, workout('Legs'))
    const second = await user.send('POST', '/api/workouts', { body: workout('Pull') })
    const third = await user.send('POST', '/api/workouts', { body: { ...workout('Pull'), energy: 9 } })
    expect([first, second, third].map(({ status }) => status)).toEqual([201, 201, 422])
    const left = remaining(first.headers)
    expect([second, third].map(({ headers }) => remaining(headers))).toEqual([left - 1, left - 2])
  })

  test('a session that has ended gets 401 instead of 429', async () => {
    if (!nodes) throw new Error('there are no nodes')
    const { user, other } = await seenUser(nodes)
    const send = () => user.send('POST', '/api/workouts', { body: {} })
    let status = 422
    while (status === 422) ({ status } = await send())
    expect(status).toBe(429)
    await other.send('POST', '/api/auth/logout')
    expect(expectBody<Schemas['Problem']>(await send(), 401).code).toBe('session_ended')
  }, 60_000)
})
