import { Database } from 'bun:sqlite'
import { afterEach, expect, test } from 'bun:test'
import { join } from 'node:path'
import type { ReplogClient } from '#generated/client.ts'
import { endProcesses, runServer } from '#tests/server/process.ts'
import { smallDisk } from '#tests/support/small-disk.ts'
import { serve, stop } from './server.ts'

afterEach(endProcesses)

const diskFull = "The server's disk is full"
const disk = smallDisk(8)

const weigh = (client: ReplogClient, value: number) =>
  client.POST('/api/measurements', {
    body: { kind: 'bodyweight', value, unit: 'kg', measuredAt: '2026-11-20T06:30:00.000Z' },
  })

test.skipIf(!disk)(
  'on a full disk, a server starts, reads, responds to writes with 503 and the cause, and recovers',
  async () => {
    if (!disk) return
    const first = await serve(disk.folder)
    const { token } = await first.register('ada@example.com')
    expect((await weigh(first.as(token), 80)).response.status).toBe(201)
    expect(await stop(first)).toBe(0)

    disk.fill()
    const second = await serve(disk.folder)
    const client = second.as(token)
    const { data } = await client.GET('/api/measurements')
    expect(data?.items).toMatchObject([{ value: 80 }])
    const rejected = await weigh(client, 81)
    expect(rejected.response.status).toBe(503)
    expect(rejected.error?.detail).toStartWith(diskFull)
    expect(rejected.response.headers.get('retry-after')).toBe('5')
    const exported = await client.GET('/api/users/me/export')
    expect(exported.data?.measurements).toHaveLength(1)
    const unready = await fetch(`${second.baseUrl}/readyz`)
    expect(unready.status).toBe(503)
    expect(await unready.json()).toMatchObject({ detail: expect.stringContaining(diskFull) })

    disk.clear()
    expect((await weigh(client, 82)).response.status).toBe(201)
    expect((await fetch(`${second.baseUrl}/readyz`)).status).toBe(200)
    expect(await stop(second)).toBe(0)
    const third = await serve(disk.folder)
    const stored = await third.as(token).GET('/api/measurements')
    expect(stored.data?.items.map(({ value }) => value).sort()).toEqual([80, 82])
  },
)

test.skipIf(!disk)('a server whose disk fills up while it runs stops cleanly and starts again', async () => {
  if (!disk) return
  disk.clear()
  const first = await serve(disk.folder)
  const { token } = await first.register('bob@example.com')
  disk.fill()
  let acknowledged = 0
  for (let status = 201; status === 201; acknowledged++)
    status = (await weigh(first.as(token), 80)).response.status
  expect((await fetch(`${first.baseUrl}/readyz`)).status).toBe(503)
  expect(await stop(first)).toBe(0)
  const second = await serve(disk.folder)
  const { data } = await second.as(token).GET('/api/measurements', { params: { query: { limit: 200 } } })
  expect(data?.items).toHaveLength(acknowledged - 1)
})

test.skipIf(!disk)(
  'a server that can’t create a database because the disk is full exits and names the cause',
  async () => {
    if (!disk) return
    disk.fill()
    const server = runServer({ PORT: '0', REPLOG_DATA: join(disk.folder, 'new') })
    expect(await server.ended()).toBe(1)
    expect(await server.errors).toContain('disk')
    disk.clear()
  },
)

test.skipIf(!disk)(
  'once there is space again, other processes can read the database of a running server',
  async () => {
    if (!disk) return
    disk.clear()
    await stop(await serve(disk.folder))
    disk.fill()
    const running = await serve(disk.folder)
    const file = join(disk.folder, 'replog.db')
    const users = () => {
      using sqlite = new Database(file, { readonly: true })
      return sqlite.query('select count(*) as n from users').get()
    }
    expect(users).toThrow('locked')
    disk.clear()
    const usersOnceUnlocked = async () => {
      for (;;) {
        try {
          return users()
        } catch {
          await Bun.sleep(50)
        }
      }
    }
    expect(await usersOnceUnlocked()).toEqual({ n: 2 })
    expect(await stop(running)).toBe(0)
  },
  60_000,
)

test.skipIf(!disk)(
  'when the disk fills up under concurrent writes, no acknowledged write is lost, and the others get 503',
  async () => {
    if (!disk) return
    disk.clear()
    const first = await serve(disk.folder)
    const { token } = await first.register('cleo@example.com')
    const client = first.as(token)
    const acknowledged: string[] = []
    const rejectedStatuses = new Set<number>()
    const notes = 'x'.repeat(1000)
    /** Logs one workout after another until one is rejected. */
    const log = async () => {
      for (;;) {
        const { data, response } = await client.POST('/api/workouts', {
          body: { startedAt: '2026-11-20T17:02:00.000Z', notes, exercises: [] },
        })
        if (!data) return rejectedStatuses.add(response.status)
        acknowledged.push(data.id)
        if (acknowledged.length === 20) disk.fill()
      }
    }
    await Promise.all(Array.from({ length: 12 }, log))
    expect([...rejectedStatuses]).toEqual([503])
    const storedIds = async (server: typeof first) => {
      const ids: string[] = []
      let cursor: string | undefined
      do {
        const { data } = await server.as(token).GET('/api/workouts', {
          params: { query: { limit: 100, ...(cursor !== undefined && { cursor }) } },
        })
        ids.push(...(data?.items ?? []).map(({ id }) => id))
        cursor = data?.nextCursor
      } while (cursor !== undefined)
      return ids.sort()
    }
    expect(await storedIds(first)).toEqual(acknowledged.toSorted())
    disk.clear()
    const writesOnceFree = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => weigh(client, 80 + index)),
    )
    expect(writesOnceFree.map(({ response }) => response.status)).toEqual(Array(12).fill(201))
    first.server.process.kill('SIGKILL')
    await first.server.process.exited
    const second = await serve(disk.folder)
    expect(await storedIds(second)).toEqual(acknowledged.toSorted())
    const weights = await second.as(token).GET('/api/measurements', { params: { query: { limit: 100 } } })
    expect(weights.data?.items).toHaveLength(12)
    expect(await stop(second)).toBe(0)
  },
)
