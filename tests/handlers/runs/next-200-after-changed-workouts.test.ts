import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { remove } from '../training.ts'
import { HttpRun } from './http-run.ts'

const app = await testApp({ now: Date.parse('2026-03-02T17:00:00Z') })
const createRun = async () => HttpRun.createWithProgram(await app.register())

test('deleting a workout reverts its step and its base, and restoring it applies them again', async () => {
  const run = await createRun()
  const before = (await run.read()).state
  const workout = await run.train('2026-03-02T17:00:00.000Z')
  const after = (await run.read()).state
  expect(after).toMatchObject({ done: 1, next: { day: 'light' }, bases: [{ base: { value: 105 } }] })
  await remove(run.user, `/api/workouts/${workout.id}`)
  expect((await run.read()).state).toEqual(before)
  const { data: revisions } = await run.user.client.GET('/api/workouts/{id}/revisions', {
    params: { path: { id: workout.id } },
  })
  const restored = await run.user.client.POST('/api/workouts/{id}/restore', {
    params: { path: { id: workout.id } },
    body: { revision: revisions?.items[0]?.revision ?? 0 },
  })
  expect(restored.response.status).toBe(200)
  expect((await run.read()).state).toEqual(after)
})

test('a raised base is reverted if the set that raised it no longer succeeds after its workout is changed', async () => {
  const run = await createRun()
  const workout = await run.train('2026-03-02T17:00:00.000Z')
  expect((await run.read()).state.bases[0]?.base.value).toBe(105)
  await run.finish(workout, ({ target }) => (target?.key === 'top' ? 4 : 5))
  expect((await run.read()).state.bases[0]?.base.value).toBe(100)
})
