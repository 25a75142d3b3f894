import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { dayMs } from '#training/day-ms.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import { schemeIds } from '#training/progression/schemes.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { unserializable } from './arbitraries.ts'
import { type LoggedSet, now, press, progressionInput, workout } from './history.ts'

describe('for any history', () => {
  const set: fc.Arbitrary<LoggedSet> = fc.record({
    weight: fc.option(
      fc.integer({ min: 0, max: 800 }).map((quarters) => quarters / 4),
      { nil: undefined },
    ),
    reps: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    rpe: fc.option(
      fc.integer({ min: 12, max: 20 }).map((halves) => halves / 2),
      { nil: undefined },
    ),
    assistanceGrams: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
    type: fc.constantFrom('warmup' as const, 'normal' as const, 'drop' as const, 'failure' as const),
    durationSeconds: fc.option(fc.integer({ min: 0, max: 7200 }), { nil: undefined }),
  })
  const log = fc
    .array(fc.array(set, { minLength: 1, maxLength: 5 }), { maxLength: 12 })
    .map((workouts) => workouts.flatMap((sets, index) => workout((workouts.length - index) * 5, sets)))
  const plates = fc.uniqueArray(
    fc.record({
      weight: fc.constantFrom(25, 20, 15, 10, 5, 2.5, 1.25),
      pairs: fc.integer({ min: 1, max: 4 }),
    }),
    { selector: ({ weight }) => weight, minLength: 1 },
  )
  const tracking = fc.constantFrom<ExerciseFacts['tracking']>(
    'weight_reps',
    'bodyweight_reps',
    'reps',
    'duration',
  )
  const options = fc.record({
    scheme: fc.constantFrom(...schemeIds),
    tracking,
    plates,
    since: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    bodyweight: fc.option(fc.constant(80_000), { nil: undefined }),
    category: fc.constantFrom<ExerciseFacts['category']>('push', 'legs', 'core', 'mobility'),
  })

  test('every weight can be loaded, nothing is NaN, infinite or null, and the same log has the same result', () => {
    fc.assert(
      fc.property(
        log,
        options,
        (sets: TrainedSet[], { scheme, plates: pairs, since, bodyweight, ...facts }) => {
          const loading = loadingFor({
            equipment: 'barbell',
            unit: 'kg',
            plates: pairs.map(({ weight, pairs: count }) => ({
              weight: { value: weight, unit: 'kg' as const },
              pairs: count,
            })),
          })
          const input = progressionInput(
            sets,
            { scheme },
            {
              facts: { ...press, ...facts },
              loading,
              since: since === undefined ? undefined : now - since * dayMs,
              bodyweightAt: () => bodyweight,
              fatigue: 80,
            },
          )
          const result = progressionOf(input)
          expect(unserializable(result)).toBeUndefined()
          expect(
            progressionOf({ ...input, sets: sets.toSorted((a, b) => b.performedAt - a.performedAt) }),
          ).toEqual(result)
          if (result.status !== 'prescription' || facts.tracking === 'duration') return
          const prescribed = [
            result.sets,
            result.warmUps,
            result.ifMissed?.sets ?? [],
            result.deload?.sets ?? [],
          ].flat()
          expect(prescribed.length).toBeGreaterThan(0)
          for (const { weightGrams, reps } of prescribed) {
            if (weightGrams !== undefined && facts.tracking !== 'reps')
              expect(loading.has(weightGrams)).toBe(true)
            if (reps) expect(reps.max >= reps.min && reps.min >= 1).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
