import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { HttpRun } from '../runs/http-run.ts'
import { log, put, reps, workoutOf } from '../training.ts'

const start = Date.parse('2026-03-01T17:00:00Z')
const app = await testApp({ now: start })
const minute = (number: number) => new Date(start + number * 60_000).toISOString()
const squat = 'barbell-back-squat'
const fives = (weight: number) => [reps(5, weight), reps(5, weight), reps(5, weight)]

test('a scheme chosen for an exercise ignores sets in slots of programs', async () => {
  const user = await app.register()
  await log(user, workoutOf('2026-02-27T17:00:00.000Z', squat, ...fives(140)))
  await put(user, `/api/exercises/${squat}/progression`, { scheme: 'linear' }, '*')
  app.clock.now = start + 10 * 60_000
  const weight = async () => {
    const { data } = await user.client.GET('/api/recommendations/progression', {
      params: { query: { exerciseId: squat } },
    })
    const [item] = data?.items ?? []
    return item?.status === 'prescription' ? item.sets[0]?.weight?.value : undefined
  }
  await log(user, workoutOf(minute(1), squat, ...fives(140)))
  expect(await weight()).toBe(145)
  const run = await HttpRun.createWithProgram(user)
  // 100 kg succeeds; 60% of 105 kg and 105 kg are missed.
  await run.train(minute(2))
  await run.train(minute(3), () => 1)
  await run.train(minute(4), () => 1)
  expect(await weight()).toBe(145)
  await log(user, workoutOf(minute(5), squat, ...fives(145)))
  expect(await weight()).toBe(150)
})
