import fc from 'fast-check'
import type { ExerciseFacts, ExerciseIndex, PerformedSet, Side, Tracking } from '#training/types.ts'
import { exerciseCategories, muscles } from '#training/types.ts'

const trackings = ['weight_reps', 'bodyweight_reps', 'reps', 'duration', 'distance_duration'] as const

const facts: fc.Arbitrary<ExerciseFacts> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  tracking: fc.constantFrom<Tracking>(...trackings),
  category: fc.constantFrom(...exerciseCategories),
  perHand: fc.boolean(),
  bodyweightShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  engagement: fc.uniqueArray(
    fc.record({ muscle: fc.constantFrom(...muscles), percent: fc.integer({ min: 0, max: 100 }) }),
    { selector: ({ muscle }) => muscle, maxLength: 6 },
  ),
})

/** Arbitrary facts of the exercises a, b, c and d. */
export const exerciseIndex: fc.Arbitrary<ExerciseIndex> = fc
  .tuple(facts, facts, facts, facts)
  .map(([a, b, c, d]) => {
    const exercises = [
      { ...a, id: 'a' },
      { ...b, id: 'b' },
      { ...c, id: 'c' },
      { ...d, id: 'd' },
    ]
    return new Map(exercises.map((exercise) => [exercise.id, exercise]))
  })

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

/** A set that the contract allows, of one of the exercises a, b, c and d. */
export const performedSet: fc.Arbitrary<PerformedSet> = fc.record({
  id: fc.uuid(),
  workoutId: fc.constantFrom('w1', 'w2', 'w3', 'w4', 'w5', 'w6'),
  exerciseId: fc.constantFrom('a', 'b', 'c', 'd'),
  performedAt: fc.integer({ min: 0, max: Date.UTC(2030, 0, 1) }),
  type: fc.constantFrom('warmup' as const, 'normal' as const, 'drop' as const, 'failure' as const),
  reps: optional(fc.integer({ min: 0, max: 1000 })),
  weightGrams: optional(fc.integer({ min: 0, max: 5_000_000 })),
  assistanceGrams: optional(fc.integer({ min: 0, max: 5_000_000 })),
  durationSeconds: optional(fc.integer({ min: 0, max: 86_400 })),
  distanceMillimeters: optional(fc.integer({ min: 0, max: 1_000_000_000 })),
  rpe: optional(fc.integer({ min: 12, max: 20 }).map((halves) => halves / 2)),
  rir: optional(fc.integer({ min: 0, max: 10 })),
  side: optional(fc.constantFrom<Side>('left', 'right', 'both')),
  workoutBodyweightGrams: optional(fc.integer({ min: 30_000, max: 300_000 })),
})

/** The first NaN, infinity or null anywhere in `value`, if any. API responses must not contain them. */
export function unserializable(value: unknown): unknown {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return value ?? 'null'
  if (typeof value !== 'object') return undefined
  for (const inner of Object.values(value)) {
    const invalid = unserializable(inner)
    if (invalid !== undefined) return invalid
  }
  return undefined
}
