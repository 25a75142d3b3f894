import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { expectBody, get, log, problemOf, put, reps, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })
const path = '/api/analytics/landmarks'
const customLandmarks = { muscle: 'chest', mv: 0, mev: 1, mav: { min: 1, max: 2 }, mrv: 3 } as const

test('custom landmarks apply immediately, and an empty list restores the defaults', async () => {
  const user = await app.register()
  const sets = [1, 2, 3].map(() => reps(5, 100))
  await log(user, workoutOf('2026-06-29T10:00:00Z', 'barbell-bench-press', ...sets))
  const zone = async () => {
    const report = await user.send('GET', '/api/analytics/volume?from=2026-06-24&to=2026-06-30&muscle=chest')
    return expectBody<Schemas['VolumeReport']>(report, 200).weekly[0]?.zone
  }
  expect(await zone()).toBe('below_maintenance')
  const defaults = await get<Schemas['LandmarkTable']>(user, path)
  expect(defaults.body.revision).toBe(0)
  const updated = await put<Schemas['LandmarkTable']>(user, path, { items: [customLandmarks] }, defaults.etag)
  expect(updated.body.items.find(({ muscle }) => muscle === 'chest')).toMatchObject({
    custom: true,
    landmarks: { mrv: 3, source: 'your own' },
  })
  expect(await zone()).toBe('high')
  const reset = await put<Schemas['LandmarkTable']>(user, path, { items: [] }, updated.etag)
  expect(reset.body).toEqual({ ...defaults.body, revision: 2 })
  expect(await zone()).toBe('below_maintenance')
})

test('landmarks that decrease or are listed twice are rejected, with a pointer to each', async () => {
  const user = await app.register()
  const body = { items: [customLandmarks, { ...customLandmarks, mev: 50 }] }
  expect(problemOf(await user.send('PUT', path, { body, headers: { 'If-Match': '*' } }))).toEqual([
    422,
    'validation_failed',
    '/items/1/muscle unique',
    '/items/1/mav/min range',
  ])
})
