import { expect, test } from 'bun:test'
import fc from 'fast-check'
import type { LoggedSet } from '#db/training-log/training-log.ts'
import { LoggedPerformedSet } from '#services/training-log/logged-performed-set.ts'
import { performedSet } from '#training/log/performed-set.ts'
import type { WeightUnit } from '#training/units.ts'

const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })

const logged: fc.Arbitrary<LoggedSet> = fc.record({
  id: fc.uuid(),
  workoutId: fc.uuid(),
  exerciseId: fc.constantFrom('pull-up', 'barbell-row'),
  performedAt: fc.integer({ min: 0, max: Date.UTC(2030, 0, 1) }),
  type: fc.constantFrom('warmup' as const, 'normal' as const, 'drop' as const, 'failure' as const),
  side: nullable(fc.constantFrom('left' as const, 'right' as const, 'both' as const)),
  reps: nullable(fc.integer({ min: 0, max: 1000 })),
  weightGrams: nullable(fc.integer({ min: 0, max: 5_000_000 })),
  assistanceGrams: nullable(fc.integer({ min: 0, max: 5_000_000 })),
  durationSeconds: nullable(fc.integer({ min: 0, max: 86_400 })),
  distanceMillimeters: nullable(fc.integer({ min: 0, max: 1_000_000_000 })),
  rpe: nullable(fc.integer({ min: 12, max: 20 }).map((halves) => halves / 2)),
  rir: nullable(fc.integer({ min: 0, max: 10 })),
  confirmed: nullable(fc.constant(true)),
})

const frame = fc.option(
  fc.record({
    timeZone: fc.constantFrom(undefined, 'Asia/Tokyo'),
    bodyweightGrams: fc.constantFrom(undefined, 80_000),
  }),
  { nil: undefined },
)

test('a logged set whose id is read on demand has the same members as one that is converted at once', () => {
  fc.assert(
    fc.property(logged, fc.constantFrom<WeightUnit>('kg', 'lb'), frame, (set, unit, workout) => {
      const lazy = new LoggedPerformedSet(set, unit, workout)
      expect<object>({ ...lazy, id: lazy.id }).toStrictEqual(performedSet(set, set.workoutId, unit, workout))
    }),
  )
})
