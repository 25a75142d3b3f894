import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { get, log, put, reps, save, workoutOf } from '../training.ts'

const start = Date.parse('2026-06-01T18:00:00Z')
const app = await testApp({ now: start + 30 * dayMs })
const bench = 'barbell-bench-press'

async function nextOf(user: TestUser, query = ''): Promise<Schemas['Prescription']> {
  const path = `/api/recommendations/progression?exerciseId=${bench}${query}`
  const [next] = (await get<Schemas['ProgressionReport']>(user, path)).body.items
  if (next?.status !== 'prescription') throw new Error(`no prescription: ${JSON.stringify(next)}`)
  return next
}

const train = (
  user: TestUser,
  dayIndex: number,
  ...sets: readonly (readonly [count: number, kg: number])[]
) =>
  log(
    user,
    workoutOf(
      new Date(start + dayIndex * dayMs).toISOString(),
      bench,
      ...sets.map(([count, kg]) => reps(count, kg)),
    ),
  )

test('without a chosen scheme, the prescription is based on the memory, with a chance, an interval and reasons', async () => {
  const user = await app.register()
  for (let dayIndex = 4; dayIndex < 28; dayIndex += 3)
    await train(user, dayIndex, [5, 100], [5, 100], [5, 100])
  const next = await nextOf(user)
  expect(next).toMatchObject({
    scheme: 'memory',
    method: { id: 'progression.memory' },
    workoutIds: [expect.any(String)],
  })
  expect(next.setIds).toHaveLength(3)
  expect(next.reasons[0]).toBe('You did 3 × 5 at 100 kg, so move up to 3 × 5 at 102.5 kg.')
  const { oneRepMax, chance = 0 } = next
  expect(chance > 0.4 && chance < 1).toBe(true)
  expect(oneRepMax).toMatchObject({ unit: 'kg', coverage: 0.8 })
  expect((oneRepMax?.low ?? 0) < (oneRepMax?.value ?? 0)).toBe(true)
  expect((await nextOf(user, '&unit=lb')).oneRepMax?.value).toBeCloseTo(
    (oneRepMax?.value ?? 0) / 0.45359237,
    0,
  )
})

test('a later workout changes the next prescription, and workouts after the requested time are ignored', async () => {
  const user = await app.register()
  for (let dayIndex = 0; dayIndex < 27; dayIndex += 3) await train(user, dayIndex, [8, 80], [8, 80])
  const before = await nextOf(user, `&at=${new Date(start + 28 * dayMs).toISOString()}`)
  await train(user, 29, [8, 90], [8, 90])
  expect(await nextOf(user, `&at=${new Date(start + 28 * dayMs).toISOString()}`)).toEqual(before)
  const later = await nextOf(user)
  expect(later.sets[0]?.weight?.value).toBeGreaterThanOrEqual(90)
})

test('a chosen rep range applies', async () => {
  const user = await app.register()
  for (let dayIndex = 7; dayIndex < 28; dayIndex += 3) await train(user, dayIndex, [5, 100], [5, 100])
  const scheme = { scheme: 'memory', range: { min: 10, max: 12 }, increment: { value: 2.5, unit: 'kg' } }
  await put(user, `/api/exercises/${bench}/progression`, scheme, '*')
  const next = await nextOf(user)
  expect([next.rule, next.sets[0]?.reps]).toEqual(['memory.new_range', { min: 10, max: 12 }])
  expect(next.sets[0]?.weight?.value).toBeLessThan(95)
})

test('a probable typing error is listed with the probable values until it is corrected', async () => {
  const user = await app.register()
  for (let dayIndex = 7; dayIndex < 24; dayIndex += 3) await train(user, dayIndex, [8, 85], [8, 85])
  const withError = await train(user, 25, [8, 850], [8, 85])
  const path = `/api/recommendations/progression?exerciseId=${bench}`
  const { body } = await get<Schemas['ProgressionReport']>(user, path)
  const setId = withError.body.exercises[0]?.sets[0]?.id ?? ''
  expect(body.doubts).toEqual([
    {
      exerciseId: bench,
      workoutId: withError.body.id,
      setId,
      reason: 'load_high',
      meant: { weight: { value: 85, unit: 'kg' }, reps: 8 },
    },
  ])
  expect((await nextOf(user)).sets[0]?.weight?.value).toBeLessThan(95)
  await save(
    user,
    { ...workoutOf(withError.body.startedAt, bench, reps(8, 85), reps(8, 85)), id: withError.body.id },
    withError.etag,
  )
  expect((await get<Schemas['ProgressionReport']>(user, path)).body.doubts).toBeUndefined()
})
