import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { errorsOf } from '../programs/sample.ts'
import { remove } from '../training.ts'
import { HttpRun } from './running.ts'

const app = await testApp({ now: Date.parse('2026-03-02T17:00:00Z') })
const begin = async () => HttpRun.begin(await app.register())

test('a step that was already started: 409 with the Location of its workout', async () => {
  const run = await begin()
  const { data: workout } = await run.start()
  const again = await run.start()
  expect(again.error).toMatchObject({ status: 409, code: 'already_started' })
  expect(again.response.headers.get('Location')).toBe(`/api/workouts/${workout?.id}`)
  const { data } = await run.user.client.GET('/api/workouts')
  expect(data?.items).toHaveLength(1)
})

test('another step can be started meanwhile, and the first one again after its workout is deleted', async () => {
  const run = await begin()
  const { data: workout } = await run.start()
  expect((await run.start({ day: 'light' })).response.status).toBe(201)
  expect((await run.start({ day: 'light' })).error?.code).toBe('already_started')
  await remove(run.user, `/api/workouts/${workout?.id}`)
  expect((await run.start()).data?.plan).toMatchObject({ week: 'w1', day: 'heavy' })
})

test('deleting a workout reverts its step and its base, and restoring it applies them again', async () => {
  const run = await begin()
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

test('editing a set reverts the base', async () => {
  const run = await begin()
  const workout = await run.train('2026-03-02T17:00:00.000Z')
  expect((await run.read()).state.bases[0]?.base.value).toBe(105)
  await run.finish(workout, ({ target }) => (target?.key === 'top' ? 4 : 5))
  expect((await run.read()).state.bases[0]?.base.value).toBe(100)
})

test('an ended run: 409 run_ended; a paused one: 409 run_paused', async () => {
  const run = await begin()
  await run.end('paused')
  expect((await run.start()).error).toMatchObject({ status: 409, code: 'run_paused' })
  await run.end('ended')
  expect((await run.start()).error).toMatchObject({ status: 409, code: 'run_ended' })
  expect((await run.user.client.GET('/api/workouts')).data?.items).toEqual([])
})

test('a step that the program doesn’t have: 422; an id in use: 409; a deleted run: 410', async () => {
  const run = await begin()
  expect(errorsOf((await run.start({ week: 'w9' })).error)).toEqual([['/week', 'unknown_step']])
  expect(errorsOf((await run.start({ day: 'friday' })).error)).toEqual([['/day', 'unknown_step']])
  const { data: workout } = await run.start()
  const taken = await run.start({ day: 'light', ...(workout && { id: workout.id }) })
  expect(taken.error).toMatchObject({ status: 409, code: 'id_taken' })
  await remove(run.user, `/api/runs/${run.id}`)
  expect((await run.start()).error).toMatchObject({ status: 410, code: 'run_deleted' })
})
