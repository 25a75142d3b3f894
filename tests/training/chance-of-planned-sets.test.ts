import { describe, expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { Prescription } from '#training/progression/types.ts'
import { type LoggedSet, now, progressionInput, setsAt, workout } from './history.ts'

const fiveThreeOne: Scheme = { scheme: 'five_three_one', trainingMaxGrams: 100_000 }
const since = now - 200 * dayMs

/** The workouts of a cycle at a training max of 100 kg, with these reps in the open-ended sets. */
const cycle = ([fives, threes, single]: readonly [number, number, number], effort: LoggedSet = {}) => [
  ramp([65, 75, 85], [5, 5, fives], effort),
  ramp([70, 80, 90], [3, 3, threes], effort),
  ramp([75, 85, 95], [5, 3, single], effort),
  ramp([40, 50, 60], [5, 5, 5], effort),
]

const ramp = (weights: readonly number[], reps: readonly number[], effort: LoggedSet): LoggedSet[] =>
  weights.map((weight, index) => ({ weight, reps: reps[index] ?? 0, ...effort }))

/** The next prescription after these workouts, a week apart. */
function next(sessions: readonly (readonly LoggedSet[])[], scheme: Scheme): Prescription {
  const log = sessions.flatMap((sets, index) => workout(7 * (sessions.length - index), sets))
  const result = progressionOf(progressionInput(log, scheme, { since }))
  if (result.status !== 'prescription') throw new Error(result.reasons.join())
  return result
}

describe('the chance of success in 5/3/1', () => {
  const minimum = cycle([5, 3, 1])

  test.each([1, 2, 3, 4])('is high in week %i for those who stop at the minimum reps', (week) => {
    const { chance, reasons } = next(minimum.slice(0, week), fiveThreeOne)
    expect(chance).toBeGreaterThan(0.8)
    expect(reasons.at(-1)).toContain('if you have been leaving 4 or more reps in reserve')
  })

  test('is not lowered by the deload week of any cycle', () => {
    const { rule, chance, oneRepMax } = next([...minimum, ...minimum], { ...fiveThreeOne, incrementGrams: 1 })
    expect(rule).toBe('five_three_one.next_cycle')
    expect(chance).toBeGreaterThan(0.8)
    expect(oneRepMax?.valueGrams).toBeGreaterThan(95_000)
  })

  test('follows from the reps of those who do more than the minimum', () => {
    const { chance, reasons } = next(cycle([10, 8, 6]), fiveThreeOne)
    expect(chance).toBeGreaterThan(0.8)
    expect(reasons.at(-1)).not.toContain('in reserve')
  })

  test('follows from the effort of those who log it', () => {
    const tired = next(cycle([5, 3, 1], { rpe: 10 }), fiveThreeOne)
    expect(tired.chance).toBeLessThan(0.6)
    expect(tired.reasons.at(-1)).not.toContain('in reserve')
  })
})

describe('the chance of success in other schemes', () => {
  const fives = [100, 102.5].map((weight) => setsAt(weight, [5, 5, 5]))

  test.each<Scheme>([
    { scheme: 'linear', reps: 5 },
    { scheme: 'rpe', reps: 5, rpe: 8 },
  ])('assumes that those who log no effort left two reps in reserve: %j', (scheme) => {
    const { chance, reasons } = next([...fives, setsAt(105, [5, 5, 5])], scheme)
    expect(chance).toBeGreaterThan(0.7)
    expect(reasons.join(' ')).toContain('if you have been leaving 2 or more reps in reserve')
  })

  test('assumes one rep in reserve for those who aim at RPE 9', () => {
    const { reasons } = next(fives, { scheme: 'rpe', reps: 5, rpe: 9 })
    expect(reasons.join(' ')).toContain('if you have been leaving 1 or more reps in reserve')
  })

  test('assumes no reps in reserve after a miss', () => {
    const { chance, reasons } = next([...fives, setsAt(105, [5, 4, 3])], { scheme: 'linear', reps: 5 })
    expect(chance).toBeLessThan(0.7)
    expect(reasons.at(-1)).not.toContain('in reserve')
  })
})

test('for a comeback, memory states at least the chance with which lifters succeeded at the prescribed weight', () => {
  const log = Array.from({ length: 8 }, (_, index) => workout(81 - 3 * index, setsAt(100, [5, 5, 5]))).flat()
  const result = progressionOf(progressionInput(log, { scheme: 'memory' }))
  expect(result).toMatchObject({ rule: 'memory.comeback' })
  expect(result.status === 'prescription' && result.chance).toBeGreaterThan(0.7)
})
