import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { expectBody, get, log, problemOf, put, reps, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })
const path = '/api/analytics/landmarks'
const sets = (count: number) => Array.from({ length: count }, () => reps(8, 60))
type User = Awaited<ReturnType<typeof app.register>>

async function chestOf(user: User) {
  const { body } = await get<Schemas['LandmarkTable']>(user, path)
  return body.items.find(({ muscle }) => muscle === 'chest')
}

/** Logs two workouts of nine sets in a week, and marks a muscle as overreached in the second one. */
async function logOverreach(
  user: User,
  first: string,
  second: string,
  overreached: Schemas['Muscle'][] = ['chest'],
) {
  await log(user, workoutOf(first, 'barbell-bench-press', ...sets(9)))
  await log(user, { ...workoutOf(second, 'barbell-bench-press', ...sets(9)), overreached })
}

test('the MRV is learned from workouts with an overreached muscle, and returned with the number of overreaches', async () => {
  const user = await app.register()
  expect((await chestOf(user))?.learned).toBeUndefined()
  await logOverreach(user, '2026-06-02T10:00:00Z', '2026-06-05T10:00:00Z')
  expect(await chestOf(user)).toMatchObject({
    custom: false,
    landmarks: { mrv: 19 },
    learned: {
      mrv: 19.27,
      deviation: 2.48,
      overreaches: 1,
      text: 'Your MRV is about 19 sets a week, learned from 1 overreach, instead of 22.',
    },
  })
  await logOverreach(user, '2026-06-16T10:00:00Z', '2026-06-19T10:00:00Z')
  expect((await chestOf(user))?.learned?.overreaches).toBe(2)
})

test('marks of a muscle within a week count as one overreach, and those in the future are ignored', async () => {
  const user = await app.register()
  await logOverreach(user, '2026-06-02T10:00:00Z', '2026-06-05T10:00:00Z')
  await log(user, {
    ...workoutOf('2026-06-06T10:00:00Z', 'pull-up', reps(5)),
    overreached: ['chest', 'lats'],
  })
  await log(user, {
    ...workoutOf('2026-07-20T10:00:00Z', 'barbell-bench-press', ...sets(9)),
    overreached: ['chest'],
  })
  expect((await chestOf(user))?.learned?.overreaches).toBe(1)
})

test('a mark is returned with its workout and exported, and without it nothing is learned', async () => {
  const user = await app.register()
  const input = {
    ...workoutOf('2026-06-05T10:00:00Z', 'barbell-bench-press', ...sets(15)),
    overreached: ['lats', 'chest'] as Schemas['Muscle'][],
  }
  const created = expectBody<Schemas['Workout']>(
    await user.send('POST', '/api/workouts', { body: input }),
    201,
  )
  expect(created.overreached).toEqual(['lats', 'chest'])
  expect((await chestOf(user))?.learned?.overreaches).toBe(1)
  const exported = expectBody<Schemas['AccountExport']>(await user.send('GET', '/api/users/me/export'), 200)
  expect(exported.workouts[0]?.overreached).toEqual(['lats', 'chest'])
  const workoutPath = `/api/workouts/${created.id}`
  const { etag } = await get(user, workoutPath)
  const { overreached: _, ...unmarked } = input
  const changed = await put<Schemas['Workout']>(user, workoutPath, unmarked, etag)
  expect(changed.body.overreached).toBeUndefined()
  expect((await chestOf(user))?.learned).toBeUndefined()
})

test('landmarks that the user set stay unchanged, next to the learned MRV', async () => {
  const user = await app.register()
  await logOverreach(user, '2026-06-02T10:00:00Z', '2026-06-05T10:00:00Z')
  const { etag } = await get(user, path)
  const customLandmarks = { muscle: 'chest', mv: 8, mev: 10, mav: { min: 12, max: 18 }, mrv: 20 }
  await put(user, path, { items: [customLandmarks] }, etag)
  const chest = await chestOf(user)
  expect(chest).toMatchObject({ custom: true, landmarks: { mrv: 20 } })
  expect(chest?.learned?.text).toMatch(
    /^You set an MRV of 20, but your overreaches suggest about 19 sets a week/,
  )
})

test('a planned block stays below the learned MRV, and gives the reason', async () => {
  const user = await app.register()
  await logOverreach(user, '2026-06-02T10:00:00Z', '2026-06-05T10:00:00Z')
  const body = { minutes: 120, goal: 'hypertrophy', experience: 'advanced', favor: ['chest'] }
  const plan = expectBody<Schemas['ProgramPlan']>(
    await user.send('POST', '/api/programs/plan', { body }),
    200,
  )
  const chest = plan.muscles.find(({ muscle }) => muscle === 'chest')
  expect(Math.max(...(chest?.sets ?? []))).toBeLessThanOrEqual(18)
  expect(chest?.reason).toContain('MRV learned from 1 overreach')
  // The default is three workouts a week.
  expect(plan.program.sessionsPerWeek).toBe(3)
})

test('workoutsPerWeek of the profile determines the sets per workout, and the workouts per week of a plan', async () => {
  const user = await app.register()
  const me = await get(user, '/api/users/me')
  const patch = { workoutsPerWeek: 2, bodyweightGoal: 'lose', competitionDay: '2026-09-01' }
  const changed = await user.send('PATCH', '/api/users/me', { body: patch, headers: { 'If-Match': me.etag } })
  expect(expectBody<Schemas['User']>(changed, 200)).toMatchObject(patch)
  expect((await chestOf(user))?.perWorkout).toEqual({ min: 5, max: 6 })
  const plan = await user.send('POST', '/api/programs/plan', { body: { minutes: 60 } })
  expect(expectBody<Schemas['ProgramPlan']>(plan, 200).program.sessionsPerWeek).toBe(2)
})

test.each([
  [{ workoutsPerWeek: 0 }, '/workoutsPerWeek minimum'],
  [{ workoutsPerWeek: 15 }, '/workoutsPerWeek maximum'],
  [{ bodyweightGoal: 'vanish' }, '/bodyweightGoal enum'],
  [{ competitionDay: '2026-02-30' }, '/competitionDay format'],
])('%j is rejected', async (body, fieldProblem) => {
  const user = await app.register()
  const response = await user.send('PATCH', '/api/users/me', { body, headers: { 'If-Match': '*' } })
  expect(problemOf(response)[2]).toBe(fieldProblem)
})

test('an empty list of overreached muscles is returned as sent, and nothing is learned from it', async () => {
  const user = await app.register()
  const input = { ...workoutOf('2026-06-05T10:00:00Z', 'barbell-bench-press', ...sets(15)), overreached: [] }
  const response = await user.send('POST', '/api/workouts', { body: input })
  const created = expectBody<Schemas['Workout']>(response, 201)
  expect(created.overreached).toEqual([])
  expect((await get<Schemas['Workout']>(user, `/api/workouts/${created.id}`)).body).toEqual(created)
  expect((await chestOf(user))?.learned).toBeUndefined()
})

test('a muscle that is marked twice or unknown is rejected', async () => {
  const user = await app.register()
  const withOverreached = (overreached: unknown) => ({
    ...workoutOf('2026-06-05T10:00:00Z', 'pull-up', reps(5)),
    overreached,
  })
  const twice = await user.send('POST', '/api/workouts', { body: withOverreached(['chest', 'chest']) })
  expect(problemOf(twice)[1]).toBe('validation_failed')
  const unknown = await user.send('POST', '/api/workouts', { body: withOverreached(['soul']) })
  expect(problemOf(unknown)[2]).toBe('/overreached/0 enum')
})
