import { afterEach, expect, test } from 'bun:test'
import { join } from 'node:path'
import type { ReplogClient } from '#generated/client.ts'
import { endProcesses } from '#tests/server/process.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { dayMs } from '#training/day-ms.ts'
import { damage } from './damage.ts'
import { serve, stop } from './server.ts'

afterEach(endProcesses)

/** Concurrent writers besides the one whose pages are damaged, so that their writes share commits. */
const others = 5
/** How many workouts each writer saves at once, and how many times. */
const together = 4
const rounds = 6
const workoutsBefore = 150

const workoutAt = (place: number) => ({
  startedAt: new Date(Date.UTC(2026, 0, 1) + place * dayMs).toISOString(),
  notes: 'elbows in '.repeat(20),
  exercises: [{ exerciseId: 'plank', sets: [{ type: 'normal' as const, reps: 5 }] }],
})

/** Saves workouts all over the log, a few at a time. Resolves to their statuses and the acknowledged ids. */
async function write(client: ReplogClient) {
  const statuses: number[] = []
  const acknowledged: string[] = []
  const save = async (place: number) => {
    const { response, data } = await client.POST('/api/workouts', { body: workoutAt(place % workoutsBefore) })
    statuses.push(response.status)
    if (data) acknowledged.push(data.id)
  }
  for (let round = 0; round < rounds; round++) {
    await Promise.all(Array.from({ length: together }, (_, index) => save(round * 17 + index * 30)))
  }
  return { statuses, acknowledged }
}

test('while many save at once, damaged pages of one user fail only requests that read them, and nothing is lost', async () => {
  const folder = temporaryFolder()
  const first = await serve(folder)
  // Registered one after the other, so that rows are stored in this order. The users directly before and after the
  // damaged one don't save, because a search for their rows may end on a damaged page.
  const users: Awaited<ReturnType<typeof first.register>>[] = []
  for (let index = 0; index < others + 3; index++)
    users.push(await first.register(`user${index}@example.com`))
  for (const { token } of users) {
    const mutations = Array.from({ length: workoutsBefore }, (_, place) => ({
      mutationId: Bun.randomUUIDv7(),
      resource: 'workout' as const,
      op: 'put' as const,
      id: Bun.randomUUIDv7(),
      value: workoutAt(place),
    }))
    expect((await first.as(token).POST('/api/sync/push', { body: { mutations } })).response.status).toBe(200)
  }
  expect(await stop(first)).toBe(0)
  const [before, damaged, after, ...healthy] = users
  if (!before || !damaged || !after) throw new Error('too few users')
  const undamagedIds = [before, after, ...healthy].map(({ id }) => id)
  expect(damage(join(folder, 'replog.db'), 'workouts', damaged.id, undamagedIds)).toBeGreaterThan(3)

  const second = await serve(folder)
  // The damaged user is last, so that the others precede it in a shared commit.
  const writers = [...healthy, damaged]
  const results = await Promise.all(writers.map(({ token }) => write(second.as(token))))
  const damagedResult = results.at(-1)
  expect(results.slice(0, -1).flatMap(({ statuses }) => statuses)).toEqual(
    Array.from({ length: others * together * rounds }, () => 201),
  )
  expect(new Set(damagedResult?.statuses)).toContain(503)
  expect([201, 503]).toEqual(expect.arrayContaining([...new Set(damagedResult?.statuses)]))
  second.server.process.kill('SIGKILL')
  await second.server.ended()

  const third = await serve(folder)
  for (const [index, { acknowledged }] of results.entries()) {
    const client = third.as(writers[index]?.token ?? '')
    for (const id of acknowledged) {
      const { response } = await client.GET('/api/workouts/{id}', { params: { path: { id } } })
      expect(response.status).toBe(200)
    }
  }
  expect(await stop(third)).toBe(0)
})
