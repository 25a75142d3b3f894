import { expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { muscleFatigues } from '#training/fatigue/fatigue.ts'
import { asDone, simulateWorkout } from '#training/simulate.ts'
import { unserializable } from './arbitraries.ts'
import { now, press, setsAt, workout } from './history.ts'

const options = {
  exercises: new Map([[press.id, press]]),
  bodyweightAt: () => undefined,
  at: now,
}
const planned = workout(-1, [
  { target: { reps: { min: 10, max: 12 }, weightGrams: 100_000, rpe: 8 } },
  { target: { reps: { min: 10, max: 12 }, weightGrams: 100_000, rpe: 8 } },
  { weight: 100, reps: 10, rpe: 8 },
])

test('a planned set counts as if its target had been achieved, and a completed set is unchanged', () => {
  const [first, , last] = planned
  expect(first && asDone(first)).toMatchObject({ reps: 10, weightGrams: 100_000, rpe: 8 })
  expect(last && asDone({ ...last, target: { reps: { min: 3, max: 3 } } }).reps).toBe(10)
})

test('a simulation has the volume of the workout, and the sets and fatigue before and after it', () => {
  const log = [...workout(3, setsAt(90, [10, 10, 10])), ...workout(8, setsAt(90, [10, 10, 10]))]
  const { totals, muscles } = simulateWorkout(planned, { ...options, log })
  expect(totals).toEqual({ volumeGrams: 3_000_000, sets: 3, reps: 30, unknownLoadSets: 0 })
  const chest = muscles.find(({ muscle }) => muscle === 'chest')
  expect(chest?.volume.volumeGrams).toBe(2_700_000)
  expect(chest?.weekBefore).toEqual({ directSets: 3, fractionalSets: 3 })
  expect(chest?.weekAfter).toEqual({ directSets: 6, fractionalSets: 6 })
  expect(chest?.zone).toBe('below_maintenance')
  expect(chest?.after.fatigue).toBeGreaterThan(chest?.before.fatigue ?? Number.NaN)
  const fatigueOnceLogged = muscleFatigues(
    [...log, ...planned.map((set) => ({ ...asDone(set), performedAt: now }))],
    {
      ...options,
    },
  ).find(({ muscle }) => muscle === 'chest')
  expect(chest?.after).toEqual(fatigueOnceLogged ?? expect.anything())
})

test('an empty workout changes nothing', () => {
  const { muscles, totals } = simulateWorkout([], { ...options, log: workout(1, setsAt(90, [10])) })
  expect(totals.sets).toBe(0)
  for (const { before, after } of muscles) expect(after).toEqual(before)
  expect(unserializable(muscles)).toBeUndefined()
})

test('workouts after the time of the simulation are ignored', () => {
  const later = workout(-1, setsAt(90, [10])).map((set) => ({ ...set, performedAt: now + dayMs }))
  const { muscles } = simulateWorkout([], { ...options, log: later })
  expect(muscles.every(({ before }) => before.fatigue === 0)).toBe(true)
})
