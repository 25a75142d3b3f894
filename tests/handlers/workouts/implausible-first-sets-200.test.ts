import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { get, log, ownExercise, put, reps, save, workoutOf } from '../training.ts'

const start = Date.parse('2026-06-01T18:00:00Z')
const app = await testApp({ now: start + 30 * dayMs })
const firstDay = new Date(start).toISOString()
const bench = 'barbell-bench-press'

/** The records of the heaviest weight, as JSON. */
async function heaviest(user: TestUser, exerciseId: string): Promise<string> {
  const path = `/api/analytics/records?exerciseId=${exerciseId}&kind=heaviest_weight`
  const { doubts, ...report } = (await get<{ doubts?: Schemas['DoubtedSets'] }>(user, path)).body
  return JSON.stringify(report)
}

test.each([
  { exerciseId: bench, kilograms: 870, meant: 87 },
  { exerciseId: bench, kilograms: 5000, meant: undefined },
  { exerciseId: 'barbell-deadlift', kilograms: 501, meant: 50.1 },
  { exerciseId: 'barbell-curl', kilograms: 325, meant: 32.5 },
])('a first $exerciseId of $kilograms kg counts only after it is confirmed', async (given) => {
  const { exerciseId, kilograms, meant } = given
  const user = await app.register()
  const { body, etag } = await log(user, workoutOf(firstDay, exerciseId, reps(5, kilograms)))
  expect(body.doubts).toMatchObject([{ exerciseId, reason: 'load_high' }])
  expect(body.doubts?.[0]?.meant).toEqual(
    meant === undefined ? undefined : { weight: { value: meant, unit: 'kg' }, reps: 5 },
  )
  expect(body.totals.sets).toBe(0)
  expect(await heaviest(user, exerciseId)).not.toContain(`"value":${kilograms}`)
  const confirmed = workoutOf(firstDay, exerciseId, reps(5, kilograms, { confirmed: true }))
  const saved = await save(user, { ...confirmed, id: body.id }, etag)
  expect(saved.body.doubts).toBeUndefined()
  expect(saved.body.totals.sets).toBe(1)
  expect(await heaviest(user, exerciseId)).toContain(`"value":${kilograms}`)
})

test('a first set of a thousand reps with a weight is doubted', async () => {
  const { body } = await log(await app.register(), workoutOf(firstDay, bench, reps(1000, 20)))
  expect(body.doubts).toMatchObject([{ reason: 'reps_high' }])
})

test.each([
  { exerciseId: bench, kilograms: 270 },
  { exerciseId: 'barbell-deadlift', kilograms: 380 },
  { exerciseId: 'leg-press', kilograms: 600 },
])('a first $exerciseId of $kilograms kg counts', async ({ exerciseId, kilograms }) => {
  const user = await app.register()
  const { body } = await log(user, workoutOf(firstDay, exerciseId, reps(1, kilograms)))
  expect(body.doubts).toBeUndefined()
  expect(await heaviest(user, exerciseId)).toContain(`"value":${kilograms}`)
})

test('a set is judged again when the equipment of its exercise changes', async () => {
  const user = await app.register()
  const own = await ownExercise(user, { equipment: 'machine', category: 'legs' })
  const { id, name, category, tracking, engagement } = own.body
  const { body } = await log(user, workoutOf(firstDay, id, reps(5, 700)))
  expect(body.doubts).toBeUndefined()
  const input = {
    name,
    category,
    tracking,
    equipment: 'barbell',
    engagement: engagement.map(({ muscle, percent }) => ({ muscle, percent })),
  }
  await put(user, `/api/exercises/${id}`, input, own.etag)
  const { doubts } = (await get<Schemas['Workout']>(user, `/api/workouts/${body.id}`)).body
  expect(doubts).toMatchObject([{ reason: 'load_high', meant: { weight: { value: 70 } } }])
})
