import { describe, expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { ProgressionInput, TrainedSet } from '#training/progression/types.ts'
import { formatSets, now, press, progressionInput, setsAt, workout } from './history.ts'
import { doubleProgression, nextPrescription } from './next-prescription.ts'

const countedInReps = { facts: { ...press, tracking: 'reps', category: 'core' } } as const
const unweighted = (daysAgo: number) => workout(daysAgo, [{ reps: 12 }, { reps: 12 }])
const weighted = (daysAgo: number, weight = 10) => workout(daysAgo, setsAt(weight, [12, 12]))

const ruleAfter = (sets: readonly TrainedSet[], more: Partial<ProgressionInput> = {}) =>
  nextPrescription(progressionInput(sets, doubleProgression, { ...countedInReps, ...more })).rule

describe('a lift that is counted in reps follows a scheme for weights', () => {
  test('if its last workout had a weight above zero', () => {
    expect(ruleAfter(unweighted(2))).toBe('unloaded.add')
    expect(ruleAfter(weighted(2, 0))).toBe('unloaded.add')
    expect(ruleAfter(weighted(2))).toBe('double.build_reps')
    expect(ruleAfter(weighted(2, 0.5))).toBe('double.build_reps')
  })

  test('by its last workout alone', () => {
    expect(ruleAfter([...weighted(5), ...unweighted(2)])).toBe('unloaded.add')
    expect(ruleAfter([...unweighted(5), ...weighted(2)])).toBe('double.build_reps')
  })

  test('by its last workout, whether that was before or after the scheme was chosen', () => {
    const since = now - 3 * dayMs
    expect(ruleAfter([...weighted(5), ...unweighted(2)], { since })).toBe('unloaded.add')
    expect(ruleAfter([...unweighted(5), ...weighted(2)], { since })).toBe('double.build_reps')
    expect(ruleAfter(weighted(5), { since })).toBe('double.build_reps')
    expect(ruleAfter([...weighted(9), ...unweighted(5)], { since })).toBe('unloaded.add')
  })
})

test('a lift that is measured by distance never follows a scheme for weights', () => {
  const facts = { ...press, tracking: 'distance_duration', category: 'cardio' } as const
  const run = { distanceMillimeters: 5_000_000, durationSeconds: 1500 }
  const { rule, sets } = nextPrescription(
    progressionInput([...workout(9, [run]), ...workout(2, [run])], doubleProgression, { facts }),
  )
  expect(rule).toBe('unloaded.add')
  expect(sets[0]?.distanceMillimeters).toBe(5_200_000)
})

describe('before any workout under a scheme', () => {
  const first = (scheme: Scheme, sets: readonly TrainedSet[] = []) =>
    progressionOf(progressionInput(sets, scheme))

  test('5/3/1 needs no workout if it has a training max', () => {
    const prescription = nextPrescription(
      progressionInput([], { scheme: 'five_three_one', trainingMaxGrams: 100_000 }),
    )
    expect(formatSets(prescription.sets)).toEqual(['65×5', '75×5', '85×5+'])
  })

  test('5/3/1 without a training max needs a workout, as every other scheme does', () => {
    const insufficientData = { status: 'insufficient_data', reasons: ['No workout with this exercise yet.'] }
    expect(first({ scheme: 'five_three_one' })).toMatchObject(insufficientData)
    expect(first({ scheme: 'linear', reps: 5 })).toMatchObject(insufficientData)
  })

  test('5/3/1 without a training max starts from the logged workouts', () => {
    expect(first({ scheme: 'five_three_one' }, workout(2, setsAt(100, [5, 5, 5])))).toMatchObject({
      rule: 'five_three_one.start',
    })
  })
})
