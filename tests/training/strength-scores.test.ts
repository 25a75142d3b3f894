import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { catalogueData } from '#catalogue/data/index.ts'
import { competitionExerciseIds } from '#training/strength/competition-lifts.ts'
import { dotsPoints, type Sex, type Total, wilksPoints } from '#training/strength/scores.ts'
import { strengthOf } from '#training/strength/strength.ts'
import type { PerformedSet } from '#training/types.ts'
import { unserializable } from './arbitraries.ts'
import strengthVectors from './vectors/strength.json'

interface Row extends Total {
  readonly expected?: number
  readonly sameAs?: number
}
// A JSON import types the enum values of the contract as `string`.
const vectors = strengthVectors as { readonly dots: readonly Row[]; readonly wilks: readonly Row[] }

for (const [name, points, rows] of [
  ['DOTS', dotsPoints, vectors.dots],
  ['Wilks', wilksPoints, vectors.wilks],
] as const) {
  describe(`${name} points match the vectors`, () => {
    for (const { expected, sameAs, ...total } of rows) {
      test(`${total.sex}, ${total.bodyweightKg} kg, ${total.totalKg} kg`, () => {
        if (expected !== undefined) expect(points(total)).toBeCloseTo(expected, 2)
        if (sameAs !== undefined) expect(points(total)).toBe(points({ ...total, bodyweightKg: sameAs }))
      })
    }
  })
}

test('for any lifter, points are positive and rise with the total', () => {
  const weight = fc.double({ min: 1, max: 500, noNaN: true })
  fc.assert(
    fc.property(fc.constantFrom<Sex>('male', 'female'), weight, weight, (sex, bodyweightKg, totalKg) => {
      for (const points of [dotsPoints, wilksPoints]) {
        const score = points({ sex, bodyweightKg, totalKg })
        expect(score).toBeGreaterThan(0)
        expect(points({ sex, bodyweightKg, totalKg: totalKg + 1 })).toBeGreaterThan(score)
      }
    }),
  )
})

test('the competition exercises are in the catalogue', () => {
  const slugs = new Set<string>(catalogueData.map(({ slug }) => slug))
  for (const id of competitionExerciseIds) expect(slugs).toContain(id)
})

const lift = (
  exerciseId: string,
  kg: number,
  reps: number,
  more: Partial<PerformedSet> = {},
): PerformedSet => ({
  id: `${exerciseId}-${kg}-${reps}`,
  workoutId: 'w',
  exerciseId,
  performedAt: 0,
  type: 'normal',
  weightGrams: kg * 1000,
  reps,
  ...more,
})

test('the best squat, bench press and deadlift make a total, lifted and estimated', () => {
  const strength = strengthOf(
    [
      lift('low-bar-back-squat', 200, 1),
      lift('barbell-back-squat', 180, 5),
      lift('barbell-bench-press', 140, 1),
      lift('sumo-deadlift', 240, 3),
      lift('barbell-deadlift', 300, 1, { type: 'warmup' }),
      lift('leg-press', 500, 5),
    ],
    { sex: 'male', bodyweightGrams: 100_000 },
  )
  expect(strength.lifted?.totalGrams).toBe(580_000)
  expect(strength.lifted?.dots).toBeCloseTo((615.52 * 580) / 1000, 1)
  expect(strength.lifted?.setIds).toEqual([
    'low-bar-back-squat-200-1',
    'barbell-bench-press-140-1',
    'sumo-deadlift-240-3',
  ])
  expect(strength.estimated?.totalGrams).toBeCloseTo(210_000 + 140_000 + 264_000, 3)
  expect(strength.missing).toEqual([])
})

test('missing data is listed, and there are no points without it', () => {
  const strength = strengthOf([lift('barbell-bench-press', 100, 5)], {})
  expect(strength.missing).toEqual(['squat', 'deadlift', 'sex', 'bodyweight'])
  expect(strength.lifted).toBeUndefined()
  expect(unserializable(strength)).toBeUndefined()
  const total = strengthOf(
    [
      lift('barbell-bench-press', 100, 1),
      lift('barbell-back-squat', 100, 1),
      lift('barbell-deadlift', 100, 1),
    ],
    { bodyweightGrams: 80_000 },
  )
  expect(total.lifted).toEqual({ totalGrams: 300_000, setIds: expect.any(Array) })
})
