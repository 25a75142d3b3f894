import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { stateOf } from '#tests/support/state.ts'
import { log, reps, workoutOf } from '../training.ts'
import { errorsOf, kg, squatProgram } from './sample.ts'

const app = await testApp({ now: Date.parse('2026-03-02T17:00:00Z') })
const user = await app.register()
const bases = (squat: number) => [{ lift: 'squat', base: kg(squat) }]

async function preview(request: Omit<Schemas['ProgramPreviewRequest'], 'program'> = {}) {
  const body = { program: squatProgram(), ...request }
  const { data, error } = await user.client.POST('/api/programs/preview', { body })
  return { weeks: data?.weeks ?? [], errors: errorsOf(error) }
}

test('a preview has every week, set and weight, as if every set succeeded', async () => {
  const { weeks } = await preview({ lifts: bases(100), cycles: 2 })
  const weights = weeks.map(({ cycle, week, days }) => [
    cycle,
    week,
    ...days.map(({ slots }) => slots[0]?.sets.map(({ weight }) => weight?.value)),
  ])
  expect(weights).toEqual([
    [1, 'w1', [100, 90, 90], [62.5, 62.5]],
    [1, 'w2', [105, 95, 95], [77.5, 77.5]],
    [2, 'w1', [110, 100, 100], [70, 70]],
    [2, 'w2', [115, 102.5, 102.5], [85, 85]],
  ])
})

test('a preview has the hard sets of each muscle and the duration of each day', async () => {
  const { weeks } = await preview({ lifts: bases(100) })
  const first = weeks[0]
  expect(first?.muscles.find(({ muscle }) => muscle === 'quads')).toMatchObject({ directSets: 5 })
  expect(first?.muscles.find(({ muscle }) => muscle === 'biceps')).toMatchObject({ directSets: 3 })
  const [heavy, light] = first?.days.map(({ estimatedSeconds }) => estimatedSeconds) ?? []
  expect(heavy).toBeGreaterThan(light ?? 0)
  expect(light).toBeGreaterThan(60)
})

test('a lift without a base has no weights until the log provides one', async () => {
  const weights = async () => {
    const { weeks } = await preview()
    return weeks[0]?.days[0]?.slots[0]?.sets.map(({ weight }) => weight?.value)
  }
  expect(await weights()).toEqual([undefined, undefined, undefined])
  await log(user, workoutOf('2026-02-27T17:00:00.000Z', 'barbell-back-squat', reps(1, 100)))
  expect(await weights()).toEqual([75, 67.5, 67.5])
})

test('a preview stores nothing', async () => {
  const before = await stateOf(app.db)
  expect((await preview({ lifts: bases(100) })).weeks).not.toEqual([])
  expect(await stateOf(app.db)).toBe(before)
})

test('422 for the base of a lift that the program does not have', async () => {
  const { errors } = await preview({ lifts: [{ lift: 'bench', base: kg(100) }] })
  expect(errors).toEqual([['/lifts/0/lift', 'unknown_lift']])
})
