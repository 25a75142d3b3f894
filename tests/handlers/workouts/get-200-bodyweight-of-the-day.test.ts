import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { get, log, put, remove, reps, type Workout, weigh, workoutOf } from '../training.ts'

const app = await testApp()

/** The load of one rep of a pull-up in a workout, in kilograms. */
async function loadOf(user: TestUser, id: string): Promise<number> {
  return (await get<Workout>(user, `/api/workouts/${id}`)).body.totals.volume.value
}

/** Logs a workout with one pull-up. Resolves to its id. */
async function logPullUp(user: TestUser, startedAt: string, workoutBodyweight?: number): Promise<string> {
  const workout = workoutOf(startedAt, 'pull-up', reps(1))
  const bodyweight =
    workoutBodyweight === undefined ? undefined : ({ value: workoutBodyweight, unit: 'kg' } as const)
  return (await log(user, { ...workout, ...(bodyweight && { bodyweight }) })).body.id
}

test('a load includes the bodyweight of the same day, or else of the workout, of an earlier day or of a later day', async () => {
  const user = await app.register()
  const id = await logPullUp(user, '2026-03-10T10:00:00Z')
  const withBodyweight = await logPullUp(user, '2026-03-10T12:00:00Z', 84)
  expect([await loadOf(user, id), await loadOf(user, withBodyweight)]).toEqual([0, 84])
  const last = await weigh(user, '2026-03-20T07:00:00Z', 81)
  const next = await weigh(user, '2026-03-12T07:00:00Z', 82)
  expect([await loadOf(user, id), await loadOf(user, withBodyweight)]).toEqual([82, 84])
  await weigh(user, '2026-02-01T07:00:00Z', 90)
  await weigh(user, '2026-03-01T07:00:00Z', 85)
  expect([await loadOf(user, id), await loadOf(user, withBodyweight)]).toEqual([85, 84])
  await remove(user, `/api/measurements/${next.body.id}`)
  await remove(user, `/api/measurements/${last.body.id}`)
  const same = await weigh(user, '2026-03-10T20:00:00Z', 83)
  expect([await loadOf(user, id), await loadOf(user, withBodyweight)]).toEqual([83, 83])
  await remove(user, `/api/measurements/${same.body.id}`)
  expect([await loadOf(user, id), await loadOf(user, withBodyweight)]).toEqual([85, 84])
})

test('a measurement on the same day counts even if it was taken after the workout', async () => {
  const user = await app.register({ timeZone: 'Pacific/Auckland' })
  // 09:00 on March 11 in Auckland. The measurements are at 01:00 and 23:00 on that day, and at 01:00 on the next.
  const id = await logPullUp(user, '2026-03-10T20:00:00Z')
  await weigh(user, '2026-03-10T12:00:00Z', 80)
  await weigh(user, '2026-03-11T10:00:00Z', 79)
  await weigh(user, '2026-03-11T12:00:00Z', 70)
  expect(await loadOf(user, id)).toBe(79)
})

test('other kinds of measurements and other users’ measurements don’t count', async () => {
  const user = await app.register()
  const id = await logPullUp(user, '2026-03-10T10:00:00Z')
  const leanMass = { kind: 'lean_mass', value: 60, unit: 'kg', measuredAt: '2026-03-01T07:00:00Z' }
  expect((await user.send('POST', '/api/measurements', { body: leanMass })).status).toBe(201)
  await weigh(await app.register(), '2026-03-01T07:00:00Z', 70)
  expect(await loadOf(user, id)).toBe(0)
})

test('an edited measurement changes the totals and the ETag, but not the revision', async () => {
  const user = await app.register()
  const id = await logPullUp(user, '2026-03-10T10:00:00Z')
  const { body, etag } = await weigh(user, '2026-03-01T07:00:00Z', 80)
  const before = await get<Workout>(user, `/api/workouts/${id}`)
  const input = { kind: 'bodyweight', value: 176, unit: 'lb', measuredAt: body.measuredAt }
  await put(user, `/api/measurements/${body.id}`, input, etag)
  const after = await get<Workout>(user, `/api/workouts/${id}`)
  expect(after.body.totals.volume).toEqual({ value: 79.83, unit: 'kg' })
  expect(after.body.revision).toBe(before.body.revision)
  expect(after.etag).not.toBe(before.etag)
})

test('each workout of a list has the bodyweight of its own day', async () => {
  const user = await app.register()
  for (const day of ['01', '08', '15', '22']) await logPullUp(user, `2026-03-${day}T10:00:00Z`)
  await weigh(user, '2026-03-05T10:00:00Z', 80)
  await weigh(user, '2026-03-15T10:00:00Z', 81)
  const { body } = await get<{ items: Workout[] }>(user, '/api/workouts')
  expect(body.items.map(({ totals }) => totals.volume.value)).toEqual([81, 81, 80, 80])
})
