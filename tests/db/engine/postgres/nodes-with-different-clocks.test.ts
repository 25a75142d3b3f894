import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { userWith } from '#tests/support/user.ts'

const minute = 60_000

/** Starts two nodes. The clock of the second is ahead by `aheadMs` milliseconds. */
async function startNodes(aheadMs: number): Promise<[TestApp, TestApp]> {
  const { url } = await openTestPostgres((await startTestPostgres()).url)
  const key = crypto.getRandomValues(new Uint8Array(32))
  const now = Date.now()
  return [
    await testApp({ postgres: url, key, now }),
    await testApp({ postgres: url, key, now: now + aheadMs }),
  ]
}

const workout = (name: string) => ({
  name,
  startedAt: '2026-11-02T18:00:00Z',
  exercises: [{ exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 5 }] }],
})

test.skipIf(!hasPostgres).each([5, -5])(
  'two nodes whose clocks differ by %i minutes can alternate in serving a user',
  async (minutes) => {
    const [first, second] = await startNodes(minutes * minute)
    const { tokens } = await first.register()
    const users = [userWith(first, tokens), userWith(second, tokens)]
    const headers = { 'Idempotency-Key': 'one' }
    const created = await Promise.all(
      users.map((user) => user.send('POST', '/api/workouts', { body: workout('Push'), headers })),
    )
    expect(created.map(({ status }) => status)).toEqual([201, 201])
    expect(created[0]?.text).toBe(created[1]?.text ?? '')

    let { id, updatedAt, createdAt } = JSON.parse(created[0]?.text ?? '') as Schemas['Workout']
    let etag = created[0]?.headers.get('etag') ?? ''
    for (let turn = 1; turn <= 6; turn++) {
      const saved = await users[turn % 2]?.send('PUT', `/api/workouts/${id}`, {
        body: workout(`Push ${turn}`),
        headers: { 'If-Match': etag },
      })
      expect(saved?.status).toBe(200)
      const current = JSON.parse(saved?.text ?? '') as Schemas['Workout']
      expect(current.createdAt).toBe(createdAt)
      etag = saved?.headers.get('etag') ?? ''
      updatedAt = current.updatedAt
    }
    // The last save was by the first node. Either may have created the workout.
    expect(updatedAt).toBe(new Date(first.clock.now).toISOString())

    const pulled = await users[1]?.send('GET', '/api/sync/changes')
    const { items, seq } = JSON.parse(pulled?.text ?? '') as Schemas['SyncChanges']
    expect([items.length, seq]).toEqual([1, 7])

    let { refreshToken } = tokens
    for (let turn = 0; turn < 4; turn++) {
      const refreshed = await users[turn % 2]?.send('POST', '/api/auth/refresh', { body: { refreshToken } })
      expect(refreshed?.status).toBe(200)
      refreshToken = (JSON.parse(refreshed?.text ?? '') as Schemas['Tokens']).refreshToken
    }
  },
)
