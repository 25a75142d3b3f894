import { expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { exerciseRecords } from '#training/records/records.ts'
import type { ExerciseFacts, SetWork } from '#training/types.ts'

/** The record of reps at each weight, after workouts of one set each. */
function mostReps(facts: Partial<ExerciseFacts>, sets: readonly Partial<SetWork>[]) {
  const lift: ExerciseFacts = { id: 'lift', tracking: 'reps', category: 'push', engagement: [], ...facts }
  const performed = sets.map((set, index) => ({
    id: `set-${index}`,
    workoutId: `workout-${index}`,
    exerciseId: lift.id,
    performedAt: index * dayMs,
    type: 'normal' as const,
    ...set,
  }))
  const { current } = exerciseRecords(performed, lift, { bodyweightAt: () => 80_000 })
  return current.flatMap(({ kind, atWeightGrams, value }) =>
    kind === 'most_reps_at_weight' ? [[atWeightGrams, value]] : [],
  )
}

test('a set of a weighted lift without a weight sets no record, because its load is unknown', () => {
  const sets = [{ reps: 8 }, { reps: 12 }, { reps: 5, weightGrams: 60_000 }]
  expect(mostReps({ tracking: 'weight_reps' }, sets)).toEqual([[60_000, 5]])
})

test('a single is a record of one rep', () => {
  expect(mostReps({ tracking: 'weight_reps' }, [{ reps: 1, weightGrams: 100_000 }])).toEqual([[100_000, 1]])
})

test('a lift that is counted in reps has a record at zero weight', () => {
  expect(mostReps({}, [{ reps: 8 }, { reps: 12 }])).toEqual([[0, 12]])
})

test('assistance is subtracted from the weight, but not below zero', () => {
  const assisted = { reps: 8, assistanceGrams: 20_000 }
  expect(mostReps({}, [{ ...assisted, weightGrams: 30_000 }])).toEqual([[10_000, 8]])
  expect(mostReps({}, [assisted])).toEqual([[0, 8]])
})

test('a bodyweight lift has records at the added weight, which is negative with assistance', () => {
  const facts = { tracking: 'bodyweight_reps' } as const
  const sets = [{ reps: 5, weightGrams: 10_000 }, { reps: 8 }, { reps: 10, assistanceGrams: 20_000 }]
  expect(mostReps(facts, sets).toSorted()).toEqual(
    [
      [-20_000, 10],
      [0, 8],
      [10_000, 5],
    ].toSorted(),
  )
})
