import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { offline } from './support/device.ts'
import { logIn, repsOf, signUp, squats, withSet, workoutIn } from './support/logs.ts'

const app = await testApp()
const synced = { state: 'synced', pending: 0, deadLetters: 0 } as const

test('an offline put is shown immediately and reaches other devices later', async () => {
  const { replog, device, email } = await signUp(app)
  device.fetch = offline
  const lift = await replog.exercises.put({
    name: 'My lift',
    category: 'push',
    equipment: 'barbell',
    tracking: 'weight_reps',
    engagement: [{ muscle: 'chest', percent: 60 }],
  })
  const workout = await replog.workouts.put({
    startedAt: '2026-11-20T18:02:00+01:00',
    exercises: [{ exerciseId: lift.id, sets: [{ type: 'normal', reps: 5 }] }],
  })
  await replog.measurements.put({ kind: 'waist', value: 82, unit: 'cm', measuredAt: '2026-11-20T17:02:00Z' })
  expect(await replog.sync()).toEqual({ state: 'offline', pending: 3, deadLetters: 0 })
  expect(replog.workouts.list()).toEqual([workout])
  device.fetch = app.fetch
  expect(await replog.sync()).toEqual(synced)
  expect(replog.workouts.get(workout.id)).toMatchObject({ ...workout, revision: 1, totals: { sets: 1 } })
  const tablet = await logIn(app, email)
  expect(tablet.replog.workouts.list()).toEqual(replog.workouts.list())
  expect(tablet.replog.exercises.list()).toEqual(replog.exercises.list())
  expect(tablet.replog.measurements.list()).toEqual(replog.measurements.list())
})

test('a push is repeated after a lost response, and nothing is duplicated', async () => {
  const { replog, device } = await signUp(app)
  await replog.sync()
  const bodies: string[] = []
  device.fetch = async (request) => {
    if (request.url.endsWith('/push')) {
      bodies.push(await request.clone().text())
      await app.fetch(request)
      throw new TypeError('the response was lost')
    }
    return app.fetch(request)
  }
  const { id } = await replog.workouts.put(squats(5))
  expect((await replog.sync()).state).toBe('offline')
  // A write that may have arrived is repeated unchanged, before later edits.
  await replog.workouts.put(withSet(workoutIn(replog, id), 6))
  await replog.sync()
  expect(bodies[1]).toBe(bodies[0])
  device.fetch = app.fetch
  expect(await replog.sync()).toEqual(synced)
  expect(repsOf(replog.workouts.get(id))).toEqual([5, 6])
  expect(replog.workouts.get(id)?.revision).toBe(2)
})

test('pending edits are sent as one mutation, and a resource created and deleted offline isn’t sent', async () => {
  const { replog, device } = await signUp(app)
  await replog.sync()
  const { id } = await replog.workouts.put(squats(1))
  for (const reps of [2, 3, 4]) await replog.workouts.put(withSet(workoutIn(replog, id), reps))
  const deleted = await replog.workouts.put(squats(9))
  await replog.workouts.delete(deleted.id)
  expect(replog.status.pending).toBe(1)
  await replog.sync()
  expect(replog.workouts.get(id)?.revision).toBe(1)
  device.requests.length = 0
  await replog.workouts.put(workoutIn(replog, id))
  await replog.sync()
  expect(device.requests).toEqual(['GET /api/sync/changes'])
})

test('an older state that is pulled before a push doesn’t overwrite the write', async () => {
  const { replog, device, email } = await signUp(app)
  const { id } = await replog.workouts.put(squats(5))
  await replog.sync()
  const tablet = await logIn(app, email)
  await tablet.replog.workouts.put({ ...workoutIn(tablet.replog, id), notes: 'from the tablet' })
  await tablet.replog.sync()
  await replog.workouts.put(withSet(workoutIn(replog, id), 6))
  device.fetch = async (request) => (request.url.endsWith('/push') ? offline() : app.fetch(request))
  await replog.sync()
  const other = await device.open()
  expect(repsOf(other.workouts.get(id))).toEqual([5, 6])
  device.fetch = app.fetch
  await replog.sync()
  expect(replog.workouts.get(id)).toMatchObject({ notes: 'from the tablet', revision: 3 })
  expect(repsOf(replog.workouts.get(id))).toEqual([5, 6])
})

test('a response from a proxy instead of the server leaves the write pending', async () => {
  const { replog, device } = await signUp(app)
  await replog.sync()
  const { id } = await replog.workouts.put(squats(5))
  const portals = [
    () => new Response('<h1>Welcome to the gym’s network</h1>', { headers: { 'content-type': 'text/html' } }),
    () => Response.json({}),
    () => Response.json({ results: [] }),
    () => new Response('not here', { status: 404 }),
    () => new Response('no', { status: 422 }),
  ]
  for (const portal of portals) {
    device.fetch = async () => portal()
    expect(await replog.sync()).toMatchObject({ state: 'offline', pending: 1, deadLetters: 0 })
  }
  device.fetch = app.fetch
  expect(await replog.sync()).toEqual(synced)
  expect(repsOf(replog.workouts.get(id))).toEqual([5])
})

test('a push that is too large is split', async () => {
  const { replog, device } = await signUp(app)
  await replog.sync()
  for (let reps = 1; reps <= 20; reps++) await replog.workouts.put(squats(reps))
  let rejected = 0
  device.fetch = async (request) => {
    if (request.url.endsWith('/push')) {
      const { mutations } = await request.clone().json()
      if (mutations.length > 6) {
        rejected++
        const problem = { type: 't', title: 't', status: 413, detail: 'd', instance: '/', requestId: 'r' }
        return Response.json({ ...problem, code: 'content_too_large' }, { status: 413 })
      }
    }
    return app.fetch(request)
  }
  expect(await replog.sync()).toEqual(synced)
  expect(rejected).toBe(2)
  expect(replog.workouts.list()).toHaveLength(20)
})

test('a sync sends more than one batch and pulls more than one page', async () => {
  const { replog, device, email } = await signUp(app)
  for (let reps = 1; reps <= 501; reps++) await replog.workouts.put(squats(reps))
  expect(await replog.sync()).toEqual(synced)
  expect(device.requests.filter((request) => request.endsWith('push'))).toHaveLength(2)
  const tablet = await logIn(app, email)
  expect(tablet.replog.workouts.list()).toEqual(replog.workouts.list())
})
