import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'

const app = await testApp()
const user = await app.register()

test('figures can represent the longest loggable distance', async () => {
  const body = {
    startedAt: '2026-03-02T10:00:00.000Z',
    exercises: [
      {
        exerciseId: 'plank',
        sets: [{ type: 'normal', durationSeconds: 60, distance: { value: 1_000_000, unit: 'mi' } }],
      },
    ],
  }
  expect((await user.send('POST', '/api/workouts', { body })).status).toBe(201)
  const query = 'exerciseId=plank&from=2026-03-01&to=2026-03-03'
  const progress = await user.send('GET', `/api/analytics/progress?${query}`)
  expect(progress.json<object>()).toMatchObject({
    points: [{ topSet: { distance: { value: 1_609_344_000, unit: 'm' } } }],
  })
})
