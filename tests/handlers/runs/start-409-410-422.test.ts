import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { errorsOf } from '../programs/sample.ts'
import { remove } from '../training.ts'
import { HttpRun } from './http-run.ts'

const app = await testApp({ now: Date.parse('2026-03-02T17:00:00Z') })
const createRun = async () => HttpRun.createWithProgram(await app.register())

test('409 with the Location of the workout for a step that was already started', async () => {
  const run = await createRun()
  const { data: workout } = await run.start()
  const second = await run.start()
  expect(second.error).toMatchObject({ status: 409, code: 'already_started' })
  expect(second.response.headers.get('Location')).toBe(`/api/workouts/${workout?.id}`)
  const { data } = await run.user.client.GET('/api/workouts')
  expect(data?.items).toHaveLength(1)
})

test('another step can be started in the meantime, and the first one again after its workout was deleted', async () => {
  const run = await createRun()
  const { data: workout } = await run.start()
  expect((await run.start({ day: 'light' })).response.status).toBe(201)
  expect((await run.start({ day: 'light' })).error?.code).toBe('already_started')
  await remove(run.user, `/api/workouts/${workout?.id}`)
  expect((await run.start()).data?.plan).toMatchObject({ week: 'w1', day: 'heavy' })
})

test('409 id_taken for a repeated start with the id of the workout, whatever became of the run', async () => {
  const run = await createRun()
  const { data: workout } = await run.start()
  const startAgain = () => run.start(workout && { id: workout.id })
  expect((await startAgain()).error).toMatchObject({ status: 409, code: 'id_taken' })
  await run.setStatus('paused')
  expect((await startAgain()).error).toMatchObject({ status: 409, code: 'id_taken' })
})

test('409 run_ended for an ended run, and 409 run_paused for a paused one', async () => {
  const run = await createRun()
  await run.setStatus('paused')
  expect((await run.start()).error).toMatchObject({ status: 409, code: 'run_paused' })
  await run.setStatus('ended')
  expect((await run.start()).error).toMatchObject({ status: 409, code: 'run_ended' })
  expect((await run.user.client.GET('/api/workouts')).data?.items).toEqual([])
})

test('422 for an unknown step, 409 for an id in use, and 410 for a deleted run', async () => {
  const run = await createRun()
  expect(errorsOf((await run.start({ week: 'w9' })).error)).toEqual([['/week', 'unknown_step']])
  expect(errorsOf((await run.start({ day: 'friday' })).error)).toEqual([['/day', 'unknown_step']])
  const { data: workout } = await run.start()
  const withTakenId = await run.start({ day: 'light', ...(workout && { id: workout.id }) })
  expect(withTakenId.error).toMatchObject({ status: 409, code: 'id_taken' })
  await remove(run.user, `/api/runs/${run.id}`)
  expect((await run.start()).error).toMatchObject({ status: 410, code: 'run_deleted' })
})
