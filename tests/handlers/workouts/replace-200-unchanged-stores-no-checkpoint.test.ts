import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { dayMs } from '#training/day-ms.ts'
import { expectBody, reps } from '../training.ts'

const app = await testApp()
const first = Date.parse('2025-01-01T10:00:00.000Z')

test('saving a workout without a change does not store a checkpoint of the memory', async () => {
  const user = await app.register()
  // Pushed, so that the memory isn't cached. Every 16th change stores a checkpoint, and the last one is one of them.
  const mutations = Array.from({ length: 32 }, (_, day): Schemas['SyncMutation'] => {
    const set = { id: Bun.randomUUIDv7(), ...reps(5, 100) }
    const entry = { id: Bun.randomUUIDv7(), exerciseId: 'barbell-bench-press', sets: [set] }
    return {
      mutationId: Bun.randomUUIDv7(),
      resource: 'workout',
      id: Bun.randomUUIDv7(),
      op: 'put',
      value: { startedAt: new Date(first + day * dayMs).toISOString(), exercises: [entry] },
    }
  })
  expectBody(await user.send('POST', '/api/sync/push', { body: { mutations } }), 200)
  app.sqlite.run('delete from "memoryCheckpoints"')
  const { id, value } = mutations.at(-1) ?? {}
  const response = await user.send('PUT', `/api/workouts/${id}`, {
    body: value,
    headers: { 'If-Match': '*' },
  })
  expect(expectBody<Schemas['Workout']>(response, 200).revision).toBe(1)
  expect(app.sqlite.query('select * from "memoryCheckpoints"').all()).toEqual([])
})
