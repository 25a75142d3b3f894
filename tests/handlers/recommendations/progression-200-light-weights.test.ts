import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { get, log, put, reps, type SetInput, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })
type Scheme = Schemas['ProgressionScheme']

const params = { header: { 'If-Match': '*' } }

const addPlates = (user: TestUser, ...kilograms: number[]) =>
  user.client.PATCH('/api/users/me', {
    params,
    body: { plates: kilograms.map((value) => ({ weight: { value, unit: 'kg' as const }, pairs: 2 })) },
  })

const choose = (user: TestUser, exercise: string, scheme: Scheme) =>
  put(user, `/api/exercises/${exercise}/progression`, scheme, '*')

/** Logs three equal sets on each of some days, counted from the end of March. */
async function logOn(days: readonly number[], user: TestUser, exercise: string, set: SetInput) {
  for (const day of days) {
    const startedAt = new Date(Date.UTC(2026, 2, 31 + day, 18)).toISOString()
    await log(user, workoutOf(startedAt, exercise, set, set, set))
  }
}

async function nextOf(user: TestUser, exercise: string) {
  const path = `/api/recommendations/progression?exerciseId=${exercise}`
  const [next] = (await get<Schemas['ProgressionReport']>(user, path)).body.items
  if (next?.status !== 'prescription') throw new Error(`no prescription: ${JSON.stringify(next)}`)
  return next
}

const weightsOf = ({ sets }: Pick<Schemas['Prescription'], 'sets'>) =>
  sets.map(({ weight }) => weight?.value ?? 0)

const inJune = [80, 83, 86, 89]
const inApril = [10, 13, 16, 19]

test.each([
  ['barbell-curl', 15],
  ['barbell-overhead-press', 15],
  ['ez-bar-curl', 7.5],
  ['trap-bar-deadlift', 20],
] as const)('%s at %p kg goes on with a bar lighter than the usual one', async (exercise, kilograms) => {
  for (const scheme of [undefined, { scheme: 'double' }, { scheme: 'linear' }] as const)
    for (const plates of [[], [20, 10, 5, 2.5]]) {
      const user = await app.register()
      if (plates.length > 0) await addPlates(user, ...plates)
      if (scheme) await choose(user, exercise, scheme)
      await logOn(inJune, user, exercise, reps(8, kilograms))
      const next = await nextOf(user, exercise)
      expect(Math.max(...weightsOf(next))).toBeLessThanOrEqual(kilograms + 5)
      expect(next.chance).toBeGreaterThan(0.2)
    }
})

test('the usual bar is still available after sets with a lighter one', async () => {
  const user = await app.register()
  await addPlates(user, 20, 10)
  await logOn([80, 83, 86], user, 'barbell-bench-press', reps(8, 60))
  await logOn([87], user, 'barbell-bench-press', reps(8, 10))
  await logOn([89], user, 'barbell-bench-press', reps(7, 60))
  const next = await nextOf(user, 'barbell-bench-press')
  expect(next.sets[0]).toMatchObject({ weight: { value: 60 }, platesPerSide: [{ value: 20 }] })
})

test.each([
  ['dumbbell-row', { scheme: 'apre', repMax: 6 }],
  ['dumbbell-bench-press', { scheme: 'gzclp', tier: 3 }],
  ['kettlebell-swing', { scheme: 'gzclp', tier: 1 }],
  ['kettlebell-swing', { scheme: 'apre', repMax: 10 }],
  ['cable-crunch', { scheme: 'five_three_one' }],
] as const)('%s at 2.5 kg still has a weight after a break: %j', async (exercise, scheme) => {
  const user = await app.register()
  await choose(user, exercise, scheme)
  await logOn(inApril, user, exercise, reps(10, 2.5))
  const next = await nextOf(user, exercise)
  const offers = [next, next.ifMissed, next.deload].flatMap((offer) => offer ?? [])
  expect(Math.min(...offers.flatMap(weightsOf))).toBeGreaterThan(0)
  expect(next.reasons.join()).not.toMatch(/\b0 kg|NaN/)
})

test.each([{ scheme: 'double' }, { scheme: 'sum', totalReps: 60 }, { scheme: 'linear', reps: 20 }] as const)(
  'a jump to a weight that can’t be lifted is not prescribed: %j',
  async (scheme) => {
    const user = await app.register()
    await addPlates(user, 20)
    app.clock.now = Date.UTC(2026, 4, 1)
    await choose(user, 'barbell-bench-press', scheme)
    app.clock.now = Date.UTC(2026, 5, 30, 18)
    await logOn(inJune, user, 'barbell-bench-press', reps(20, 20))
    expect(await nextOf(user, 'barbell-bench-press')).toMatchObject({
      rule: `${scheme.scheme}.build_reps`,
      sets: [{ weight: { value: 20 }, reps: { min: 21 } }, {}, {}],
      reasons: [expect.stringContaining('the next weight, 60 kg, is out of reach'), expect.any(String)],
    })
  },
)

test.each([
  ['five_three_one after a break', inApril, { scheme: 'five_three_one' }],
  ['rpe after a break', inApril, { scheme: 'rpe', reps: 1, rpe: 10 }],
  ['double with more reps than its range', [60, 63, 66, 69], { scheme: 'double', minReps: 1, maxReps: 1 }],
  ['sum after a break', inApril, { scheme: 'sum', totalReps: 12 }],
] as const)('missed reps never add weight: %s', async (_, days, scheme) => {
  const user = await app.register()
  await choose(user, 'barbell-bench-press', scheme)
  await logOn(days, user, 'barbell-bench-press', reps(5, 80))
  const next = await nextOf(user, 'barbell-bench-press')
  expect(Math.max(...weightsOf(next.ifMissed ?? next))).toBeLessThanOrEqual(Math.max(...weightsOf(next)))
})

test('the chance of a weight that can’t be made lighter after a break is not that of a light one', async () => {
  const user = await app.register()
  await addPlates(user, 20)
  await choose(user, 'trap-bar-deadlift', { scheme: 'linear', reps: 5 })
  await logOn(inApril, user, 'trap-bar-deadlift', reps(2, 65))
  const next = await nextOf(user, 'trap-bar-deadlift')
  expect(next.chance).toBeLessThan(0.5)
})
