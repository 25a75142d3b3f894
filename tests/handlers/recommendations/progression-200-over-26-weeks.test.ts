import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import {
  chooseDoubleProgression,
  expectBody,
  get,
  log,
  put,
  reps,
  type SetInput,
  workoutOf,
} from '../training.ts'

const start = Date.parse('2026-01-05T18:00:00Z')
const bench = 'barbell-bench-press'
const week = 7 * dayMs
// After all workouts, because figures exclude later ones.
const app = await testApp({ now: start + 27 * week })

async function nextOf(user: TestUser, at: number): Promise<Schemas['Prescription']> {
  const path = `/api/recommendations/progression?exerciseId=${bench}&at=${new Date(at).toISOString()}`
  const [next] = expectBody<Schemas['ProgressionReport']>(await user.send('GET', path), 200).items
  if (next?.status !== 'prescription') throw new Error(`no prescription: ${JSON.stringify(next)}`)
  return next
}

/** A set as a lifter does it: all reps up to a weight, and two fewer above it. */
function completeSet(maxWeight: number, { weight, reps: repRange }: Schemas['PrescribedSet']): SetInput {
  if (!weight || !repRange) throw new Error('the set has no weight or reps')
  return { type: 'normal', weight, reps: Math.max(1, repRange.min - (weight.value > maxWeight ? 2 : 0)) }
}

/** Logs a prescribed workout per week. Resolves to the prescriptions. */
async function train(user: TestUser, first: SetInput[], maxWeightOf: (index: number) => number) {
  const prescriptions: Schemas['Prescription'][] = []
  await log(user, workoutOf(new Date(start).toISOString(), bench, ...first))
  for (let index = 1; index <= 26; index++) {
    const at = start + index * week
    const next = await nextOf(user, at)
    prescriptions.push(next)
    const sets = next.sets.map((set) => completeSet(maxWeightOf(index), set))
    await log(user, workoutOf(new Date(at).toISOString(), bench, ...sets))
  }
  return prescriptions
}

const weights = (prescriptions: readonly Schemas['Prescription'][]) =>
  prescriptions.map(({ sets }) => sets[0]?.weight?.value ?? 0)

test('with double progression, reps rise from 8 to 12 and then the weight rises, each with reasons', async () => {
  const user = await app.register()
  await chooseDoubleProgression(user, bench)
  const prescriptions = await train(user, [reps(8, 60), reps(8, 60), reps(8, 60)], () => 500)
  expect(
    prescriptions.slice(0, 5).map(({ rule, sets }) => [rule, sets[0]?.weight?.value, sets[0]?.reps?.min]),
  ).toEqual([
    [prescriptions[0]?.rule ?? '', 60, 9],
    [prescriptions[0]?.rule ?? '', 60, 10],
    [prescriptions[0]?.rule ?? '', 60, 11],
    [prescriptions[0]?.rule ?? '', 60, 12],
    ['double.add_weight', 62.5, 8],
  ])
  expect(weights(prescriptions).at(-1)).toBe(72.5)
  expect(
    prescriptions.every(
      ({ reasons, setIds, workoutIds }) => reasons.length * setIds.length * workoutIds.length > 0,
    ),
  ).toBe(true)
})

test('with linear progression, the weight rises, stalls, is reduced after three misses, and rises again', async () => {
  const user = await app.register()
  const path = `/api/exercises/${bench}/progression`
  const before = await get<Schemas['ExerciseProgression']>(user, path)
  const scheme = { scheme: 'linear', sets: 3, reps: 5, increment: { value: 2.5, unit: 'kg' } }
  const end = app.clock.now
  app.clock.now = start - 3_600_000
  await put(user, path, scheme, before.etag)
  app.clock.now = end
  const prescriptions = await train(user, [reps(5, 60), reps(5, 60), reps(5, 60)], (index) =>
    index < 14 ? 70 : 500,
  )
  // 62.5 to 70 kg succeed. 72.5 kg is missed three times, so it is reduced by 10% and rises again.
  expect(weights(prescriptions).slice(0, 8)).toEqual([62.5, 65, 67.5, 70, 72.5, 72.5, 72.5, 65])
  expect(weights(prescriptions).slice(8, 11)).toEqual([67.5, 70, 72.5])
  expect(Math.max(...weights(prescriptions))).toBeGreaterThan(75)
  expect(prescriptions[4]?.ifMissed?.sets[0]?.weight).toEqual({ value: 72.5, unit: 'kg' })
})

test('deleting the last workout restores the previous prescription', async () => {
  const user = await app.register()
  const at = start + week
  await log(user, workoutOf(new Date(start).toISOString(), bench, reps(8, 60), reps(8, 60)))
  const before = await nextOf(user, at)
  const { body } = await log(user, workoutOf(new Date(at).toISOString(), bench, reps(12, 60), reps(12, 60)))
  expect(await nextOf(user, at)).not.toEqual(before)
  await user.send('DELETE', `/api/workouts/${body.id}`, { headers: { 'If-Match': '*' } })
  expect(await nextOf(user, at)).toEqual(before)
})
