import { describe, expect, test } from 'bun:test'
import { sql } from 'kysely'
import { deleteUser } from '#db/accounts/users.ts'
import { kyselyOf } from '#db/engine/kysely.ts'
import { transact } from '#db/engine/transact.ts'
import { copiedTables } from '#db/maintenance/copied-tables.ts'
import type { Tx } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { openEventStream } from '#tests/handlers/sync/open-event-stream.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { type TestUser, userWith } from '#tests/support/user.ts'

const workout = (name: string) => ({
  name,
  startedAt: '2026-11-02T18:00:00Z',
  exercises: [{ exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 5 }] }],
})

/** The number of responses by status. */
function statuses(responses: readonly { readonly status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of responses) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

describe.skipIf(!hasPostgres)('with two nodes on one database', async () => {
  const nodes = hasPostgres ? await startNodes() : []
  /** Clients of a new user, alternating between the nodes. */
  async function clientsOfNewUser(count: number): Promise<TestUser[]> {
    const [first] = nodes
    if (!first) throw new Error('there are no nodes')
    const { tokens } = await first.register()
    return Array.from({ length: count }, (_, index) => userWith(nodes[index % nodes.length] ?? first, tokens))
  }

  test('of six writes with the same If-Match, one succeeds', async () => {
    const users = await clientsOfNewUser(6)
    const [ada] = users
    const created = await ada?.send('POST', '/api/workouts', { body: workout('Push') })
    const { id } = JSON.parse(created?.text ?? '{}') as Schemas['Workout']
    const headers = { 'If-Match': created?.headers.get('etag') ?? '' }
    const responses = await Promise.all(
      users.map((user, index) =>
        user.send('PUT', `/api/workouts/${id}`, { body: workout(`Push ${index}`), headers }),
      ),
    )
    expect(statuses(responses)).toEqual({ 200: 1, 412: 5 })
  })

  test('of six requests with the same Idempotency-Key, one is executed', async () => {
    const users = await clientsOfNewUser(6)
    const headers = { 'Idempotency-Key': 'one' }
    const responses = await Promise.all(
      users.map((user) => user.send('POST', '/api/workouts', { body: workout('Pull'), headers })),
    )
    expect(statuses(responses)).toEqual({ 201: 6 })
    expect(new Set(responses.map(({ text }) => text)).size).toBe(1)
    const list = await users[1]?.send('GET', '/api/workouts')
    expect(JSON.parse(list?.text ?? '{}').items).toHaveLength(1)
  })

  test('of six workouts with the same id, one is created', async () => {
    const users = await clientsOfNewUser(6)
    const body = { ...workout('Legs'), id: '01a0d5a0-0000-7000-8000-000000000001' }
    const responses = await Promise.all(
      users.map((user, index) =>
        user.send('POST', '/api/workouts', { body: { ...body, name: `Legs ${index}` } }),
      ),
    )
    expect(statuses(responses)).toEqual({ 201: 1, 409: 5 })
  })

  test('of six accounts with the same address, one is created', async () => {
    const body = { email: 'grace@example.com', password: 'gravel teapot eleven moons' }
    const responses = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((index) => nodes[index % 2]?.send('POST', '/api/auth/register', { body })),
    )
    expect(statuses(responses.flatMap((response) => response ?? []))).toEqual({ 201: 1, 409: 5 })
  })

  test('six refreshes with the same token get the same successor', async () => {
    const users = await clientsOfNewUser(6)
    const body = { refreshToken: users[0]?.tokens.refreshToken }
    const responses = await Promise.all(users.map((user) => user.send('POST', '/api/auth/refresh', { body })))
    expect(statuses(responses)).toEqual({ 200: 6 })
    expect(new Set(responses.map(({ text }) => JSON.parse(text).refreshToken)).size).toBe(1)
  })

  test('a session that one node ended is immediately rejected by the other', async () => {
    const [first, second] = await clientsOfNewUser(2)
    await first?.send('POST', '/api/auth/logout')
    expect((await second?.send('GET', '/api/users/me'))?.status).toBe(401)
  })

  test('a workout that waits for the deletion of its account is rejected, and nothing of the account remains', async () => {
    const [first, second] = await clientsOfNewUser(2)
    const [node] = nodes
    if (!first || !second || !node) throw new Error('there are no nodes')
    expect((await first.send('POST', '/api/workouts', { body: workout('Push') })).status).toBe(201)
    const { waiting } = await transact(node.db, first.id, async (tx) => {
      // The lock on the user is held once a read has its result.
      await isBlocked(tx)
      const created = second.send('POST', '/api/workouts', { body: workout('Pull') })
      while (!(await isBlocked(tx))) await Bun.sleep(5)
      expect(await deleteUser(tx, first.id, () => true)).toEqual({ kind: 'deleted' })
      return { waiting: created }
    })
    expect(await waiting).toMatchObject({ status: 401 })
    for (const [table, [key]] of copiedTables.filter(([, [name]]) => name === 'userId')) {
      const { rows } =
        await sql`select 1 from ${sql.table(table)} where ${sql.ref(key)} = ${first.id}`.execute(
          kyselyOf(node.db),
        )
      expect([table, rows]).toEqual([table, []])
    }
  })

  test('of six pushes of the same mutation, one is applied', async () => {
    const users = await clientsOfNewUser(6)
    for (let round = 0; round < 20; round++) {
      const mutation = {
        mutationId: Bun.randomUUIDv7(),
        resource: 'workout',
        id: Bun.randomUUIDv7(),
        op: 'put',
      }
      const body = { mutations: [{ ...mutation, value: workout('Push') }] }
      const responses = await Promise.all(users.map((user) => user.send('POST', '/api/sync/push', { body })))
      const outcomes = responses.map(({ text }) => JSON.parse(text).results[0].outcome)
      expect(outcomes.toSorted()).toEqual(['applied', ...Array<string>(5).fill('duplicate')])
    }
  })

  test('writes on one node are announced to the streams of the other', async () => {
    const [first, second] = await clientsOfNewUser(2)
    if (!first || !second) throw new Error('there are no users')
    const stream = await openEventStream(nodes[1]?.listen() ?? '', second)
    expect(await stream.next()).toMatchObject({ seq: 0 })
    await first.send('POST', '/api/workouts', { body: workout('Push') })
    expect(await stream.next()).toMatchObject({ seq: 1 })
    stream.disconnect()
  })
})

/** Whether another connection waits for a lock that this transaction holds. */
async function isBlocked(tx: Tx): Promise<boolean> {
  // Unlike `pg_stat_activity`, shows connections that were opened after the transaction has first read it.
  const { rows } =
    await sql`select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(
      tx,
    )
  return rows.length > 0
}

async function startNodes(): Promise<TestApp[]> {
  const { url } = await openTestPostgres((await startTestPostgres()).url)
  const key = crypto.getRandomValues(new Uint8Array(32))
  const node = () => testApp({ postgres: url, key, heartbeatMs: 100 })
  return [await node(), await node()]
}
