import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { expectBody, log, problemOf, reps, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })
const path = '/api/recommendations/workout'
type Recommendation = Schemas['WorkoutRecommendation']

async function recommend(user: TestUser, body: object): Promise<Recommendation> {
  return expectBody(await user.send('POST', path, { body }), 200)
}

/** Registers a user and logs two exercises for six weeks. */
async function registerTrained(): Promise<TestUser> {
  const user = await app.register()
  for (let week = 0; week < 6; week++) {
    const startedAt = new Date(Date.parse('2026-05-20T18:00:00Z') + week * 7 * dayMs).toISOString()
    const sets = [1, 2, 3].map(() => reps(8 + (week % 4), 60))
    await log(user, {
      startedAt,
      exercises: [
        { exerciseId: 'barbell-bench-press', sets },
        { exerciseId: 'pull-up', sets: [reps(6), reps(6)] },
      ],
    })
  }
  return user
}

test('a recommended workout can be posted unchanged, does not count until it is done, fits the time, and is deterministic', async () => {
  const user = await registerTrained()
  const body = { minutes: 60, at: '2026-06-30T18:00:00.000Z' }
  const response = await recommend(user, body)
  expect(await recommend(user, body)).toEqual(response)
  expect(response.exercises.length).toBeGreaterThan(1)
  expect(response.exercises.map(({ exerciseId }) => exerciseId)).toContain('barbell-bench-press')
  expect(response.exercises.every(({ reasons }) => reasons.length > 0)).toBe(true)
  const bench = response.exercises.find(({ exerciseId }) => exerciseId === 'barbell-bench-press')
  expect(bench?.rule).toBe('memory.add_reps')
  expect(response.estimatedSeconds).toBeLessThanOrEqual(3600)
  const { body: saved } = await log(user, response.workout)
  expect(saved.totals).toEqual({ volume: { value: 0, unit: 'kg' }, sets: 0, reps: 0 })
  const targets = saved.exercises.flatMap(({ sets }) => sets.map(({ target }) => target))
  expect(targets.every((target) => target?.reps !== undefined || target?.durationSeconds !== undefined)).toBe(
    true,
  )
  expect(await recommend(user, body)).toEqual(response)
})

test('a simulation of a recommended workout adds the predicted fatigue', async () => {
  const user = await registerTrained()
  const { workout, addedFatigue } = await recommend(user, { minutes: 45 })
  const report = expectBody<Schemas['SimulationReport']>(
    await user.send('POST', '/api/analytics/simulate', { body: workout }),
    200,
  )
  expect(report.totals.sets).toBeGreaterThan(0)
  for (const { muscle, before, after } of addedFatigue) {
    const simulated = report.muscles.find((candidate) => candidate.muscle === muscle)
    expect([muscle, simulated?.fatigueBefore]).toEqual([muscle, before])
    expect(Math.abs((simulated?.fatigueAfter ?? 0) - after)).toBeLessThan(1)
  }
})

test('a recommended workout uses only the equipment of the request or the profile, and no excluded exercises', async () => {
  const user = await registerTrained()
  const equipment = { equipment: ['dumbbell'] }
  await user.send('PATCH', '/api/users/me', { body: equipment, headers: { 'If-Match': '*' } })
  const { exercises } = await recommend(user, { minutes: 60 })
  for (const { exerciseId } of exercises) {
    const exercise = expectBody<Schemas['Exercise']>(
      await user.send('GET', `/api/exercises/${exerciseId}`),
      200,
    )
    expect(exercise.equipment).toBe('dumbbell')
  }
  const bench = 'barbell-bench-press'
  const withoutBench = await recommend(user, { minutes: 60, equipment: ['barbell'], exclude: [bench] })
  expect(withoutBench.exercises.map(({ exerciseId }) => exerciseId)).not.toContain(bench)
  expect(withoutBench.leftOut).toContainEqual(
    expect.objectContaining({ code: 'excluded', exerciseId: bench }),
  )
})

test('exercises for a fatigued muscle are left out', async () => {
  const user = await registerTrained()
  await user.send('PUT', '/api/analytics/fatigue/chest', { body: { soreness: 9 } })
  const { exercises, leftOut } = await recommend(user, { minutes: 60 })
  expect(exercises.map(({ exerciseId }) => exerciseId)).not.toContain('barbell-bench-press')
  expect(leftOut).toContainEqual(expect.objectContaining({ code: 'fatigued', muscle: 'chest' }))
})

test('without equipment, the recommended workout is empty, has the reason and can be posted', async () => {
  const user = await app.register()
  const response = await recommend(user, { minutes: 60, equipment: [] })
  expect(response).toMatchObject({ exercises: [], empty: { code: 'no_equipment' }, estimatedSeconds: 0 })
  await log(user, response.workout)
})

test('a new user gets a workout', async () => {
  const user = await app.register()
  const { exercises } = await recommend(user, { minutes: 60 })
  expect(exercises.length).toBeGreaterThan(2)
})

test.each([
  [{ minutes: 0 }, '/minutes minimum'],
  [{ minutes: 10_000 }, '/minutes maximum'],
  [{ minutes: 60, exclude: ['pull-up', 'nothing'] }, '/exclude/1 unknown_exercise'],
  [{ minutes: 60, at: '9999-01-01T00:00:00Z' }, '/at range'],
])('%j is rejected', async (body, reason) => {
  const user = await app.register()
  expect(problemOf(await user.send('POST', path, { body }))).toEqual([422, 'validation_failed', reason])
})

test('assisted, per-hand, one-sided and partly rated sets all have a prescription', async () => {
  const user = await app.register({ unit: 'lb' })
  const startedAt = '2026-06-27T23:30:00.000Z'
  await log(
    user,
    workoutOf(startedAt, 'pull-up', reps(6, undefined, { assistance: { value: 40, unit: 'lb' } })),
  )
  await log(
    user,
    workoutOf(startedAt, 'dumbbell-curl', reps(8, 14, { side: 'left' }), reps(7, 14, { side: 'right' })),
  )
  await log(user, workoutOf(startedAt, 'barbell-bench-press', reps(8, 60, { rpe: 8 }), reps(8, 60)))
  const items = expectBody<Schemas['ProgressionReport']>(
    await user.send('GET', '/api/recommendations/progression'),
    200,
  ).items
  expect(items.map(({ exerciseId, status }) => [exerciseId, status])).toEqual([
    ['barbell-bench-press', 'prescription'],
    ['dumbbell-curl', 'prescription'],
    ['pull-up', 'prescription'],
  ])
  expect(items[2]).toMatchObject({ sets: [{ assistance: { value: 40, unit: 'lb' } }] })
  expect(items[1]).toMatchObject({ sets: [{ side: 'both' }] })
})
