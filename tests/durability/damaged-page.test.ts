import { afterEach, expect, test } from 'bun:test'
import { join } from 'node:path'
import { endProcesses } from '#tests/server/process.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { dayMs } from '#training/day-ms.ts'
import { damage } from './damage.ts'
import { serve, stop } from './server.ts'

afterEach(endProcesses)

test('damaged pages of one user cause status 503 only for that user, and not for concurrent requests of others', async () => {
  const folder = temporaryFolder()
  const first = await serve(folder)
  const ada = await first.register('ada@example.com')
  const bob = await first.register('bob@example.com')
  for (const { token } of [ada, bob]) {
    const mutations = Array.from({ length: 150 }, (_, index) => ({
      mutationId: Bun.randomUUIDv7(),
      resource: 'workout' as const,
      op: 'put' as const,
      id: Bun.randomUUIDv7(),
      value: {
        startedAt: new Date(Date.UTC(2026, 0, 1) + index * dayMs).toISOString(),
        notes: 'elbows in '.repeat(20),
        exercises: [{ exerciseId: 'plank', sets: [{ type: 'normal' as const, reps: 5 }] }],
      },
    }))
    expect((await first.as(token).POST('/api/sync/push', { body: { mutations } })).response.status).toBe(200)
  }
  expect(await stop(first)).toBe(0)
  expect(damage(join(folder, 'replog.db'), 'workouts', ada.id, [bob.id])).toBeGreaterThan(3)

  const second = await serve(folder)
  const list = async (token: string) => (await second.as(token).GET('/api/workouts')).response.status
  const weigh = async (token: string) => {
    const measuredAt = new Date().toISOString()
    const body = { kind: 'bodyweight' as const, value: 80, unit: 'kg' as const, measuredAt }
    return (await second.as(token).POST('/api/measurements', { body })).response.status
  }
  for (let round = 0; round < 3; round++) {
    expect(await list(ada.token)).toBe(503)
    expect(await list(bob.token)).toBe(200)
    expect(await weigh(bob.token)).toBe(201)
  }
  const together = await Promise.all([bob, ada, bob, ada, bob].map(({ token }) => list(token)))
  expect(together).toEqual([200, 503, 200, 503, 200])
  // Concurrent writes share transactions, in which only Ada's may fail.
  const log = async (token: string, dayIndex: number) => {
    const startedAt = new Date(Date.UTC(2026, 0, 1) + dayIndex * dayMs).toISOString()
    const exercises = [{ exerciseId: 'plank', sets: [{ type: 'normal' as const, reps: 5 }] }]
    const { response } = await second.as(token).POST('/api/workouts', { body: { startedAt, exercises } })
    return response.status
  }
  for (let round = 0; round < 5; round++) {
    const undamagedWrites = Array.from({ length: 8 }, () => weigh(bob.token))
    const damagedWrites = Array.from({ length: 4 }, (_, index) => log(ada.token, index * 30))
    expect(new Set(await Promise.all(undamagedWrites))).toEqual(new Set([201]))
    expect([201, 503]).toEqual(expect.arrayContaining(await Promise.all(damagedWrites)))
  }
  const [exported] = await Promise.allSettled([second.as(ada.token).GET('/api/users/me/export')])
  if (exported.status === 'fulfilled') expect(exported.value.data?.workouts ?? []).toEqual([])
  expect((await fetch(`${second.baseUrl}/readyz`)).status).toBe(200)
  expect(second.server.process.exitCode).toBeNull()
  const logged = second.server.lines.filter(({ level }) => level === 'error')
  expect(JSON.stringify(logged)).toContain('SQLITE_CORRUPT')
  expect(JSON.stringify(logged)).toContain('bun run doctor')
  expect(await stop(second)).toBe(0)
})
