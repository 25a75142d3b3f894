import { Database } from 'bun:sqlite'
import { afterEach, expect, test } from 'bun:test'
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { endProcesses } from '#tests/server/process.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { serve, stop } from './server.ts'

afterEach(endProcesses)

/**
 * Overwrites the pages of a table and its indexes that contain this user's data and not the other's; returns
 * how many.
 */
function damage(file: string, table: string, userId: string, othersId: string): number {
  using sqlite = new Database(file, { readonly: true })
  const pages = sqlite
    .query<{ pageno: number; pgsize: number }, [string]>(
      "select pageno, pgsize from dbstat where pagetype = 'leaf' and name in (select name from sqlite_schema where tbl_name = ?)",
    )
    .all(table)
  const bytes = readFileSync(file)
  const handle = openSync(file, 'r+')
  let damaged = 0
  for (const { pageno, pgsize } of pages) {
    const start = (pageno - 1) * pgsize
    const page = bytes.subarray(start, start + pgsize)
    if (!page.includes(userId) || page.includes(othersId)) continue
    writeSync(handle, Buffer.alloc(pgsize, 0xff), 0, pgsize, start)
    damaged++
  }
  closeSync(handle)
  return damaged
}

const day = 24 * 60 * 60 * 1000

test('damaged pages of one user cause status 500 only for that user, however often they are read', async () => {
  const folder = temporaryFolder()
  const first = await serve(folder)
  const ada = await first.register('ada@example.com')
  const bob = await first.register('bob@example.com')
  for (const { token } of [ada, bob]) {
    const mutations = Array.from({ length: 150 }, (_, place) => ({
      mutationId: Bun.randomUUIDv7(),
      resource: 'workout' as const,
      op: 'put' as const,
      id: Bun.randomUUIDv7(),
      value: {
        startedAt: new Date(Date.UTC(2026, 0, 1) + place * day).toISOString(),
        notes: 'elbows in '.repeat(20),
        exercises: [{ exerciseId: 'plank', sets: [{ type: 'normal' as const, reps: 5 }] }],
      },
    }))
    expect((await first.as(token).POST('/api/sync/push', { body: { mutations } })).response.status).toBe(200)
  }
  expect(await stop(first)).toBe(0)
  expect(damage(join(folder, 'replog.db'), 'workouts', ada.id, bob.id)).toBeGreaterThan(3)

  const second = await serve(folder)
  const list = async (token: string) => (await second.as(token).GET('/api/workouts')).response.status
  const weigh = async (token: string) => {
    const measuredAt = new Date().toISOString()
    const body = { kind: 'bodyweight' as const, value: 80, unit: 'kg' as const, measuredAt }
    return (await second.as(token).POST('/api/measurements', { body })).response.status
  }
  for (let round = 0; round < 3; round++) {
    expect(await list(ada.token)).toBe(500)
    expect(await list(bob.token)).toBe(200)
    expect(await weigh(bob.token)).toBe(201)
  }
  const together = await Promise.all([bob, ada, bob, ada, bob].map(({ token }) => list(token)))
  expect(together).toEqual([200, 500, 200, 500, 200])
  // Written together, and so in shared transactions, except for the first one that hits the damage.
  const log = async (token: string, place: number) => {
    const startedAt = new Date(Date.UTC(2026, 0, 1) + place * day).toISOString()
    const exercises = [{ exerciseId: 'plank', sets: [{ type: 'normal' as const, reps: 5 }] }]
    const { response } = await second.as(token).POST('/api/workouts', { body: { startedAt, exercises } })
    return response.status
  }
  for (let round = 0; round < 5; round++) {
    const good = Array.from({ length: 8 }, () => weigh(bob.token))
    const bad = Array.from({ length: 4 }, (_, place) => log(ada.token, place * 30))
    const statuses = await Promise.all(good)
    expect(statuses.filter((status) => status !== 201 && (round > 0 || status !== 503))).toEqual([])
    expect([201, 500]).toEqual(expect.arrayContaining(await Promise.all(bad)))
  }
  const [exported] = await Promise.allSettled([second.as(ada.token).GET('/api/users/me/export')])
  if (exported.status === 'fulfilled') expect(exported.value.data?.workouts ?? []).toEqual([])
  expect((await fetch(`${second.baseUrl}/readyz`)).status).toBe(200)
  expect(second.server.process.exitCode).toBeNull()
  const logged = second.server.lines.filter(({ level }) => level === 'error')
  expect(JSON.stringify(logged)).toContain('SQLITE_CORRUPT')
  expect(await stop(second)).toBe(0)
})
