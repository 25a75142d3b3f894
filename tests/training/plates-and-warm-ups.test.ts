import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { loadingFor } from '#training/plates/loading.ts'
import { plateRack } from '#training/plates/rack.ts'
import { warmUpSets, warmUpWeights } from '#training/plates/warm-up.ts'
import { toGrams } from '#training/units.ts'
import plateVectors from './vectors/plates.json'

interface Vectors {
  readonly loads: readonly {
    barKg: number
    pairs: readonly (readonly [number, number])[]
    targetKg: number
    expectedKg?: number
    perSide?: readonly number[]
  }[]
  readonly warmUps: readonly { workingKg: number; expectedKg: readonly number[] }[]
}
// A JSON import types the pairs as `number[]`.
const vectors = plateVectors as unknown as Vectors

const kg = (value: number) => ({ value, unit: 'kg' as const })
const platesOf = (pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([weight, count]) => ({ weight: kg(weight), pairs: count }))

describe('the heaviest load at or below the target', () => {
  for (const { barKg, pairs, targetKg, expectedKg, perSide } of vectors.loads) {
    test(`${targetKg} kg with ${JSON.stringify(pairs)}`, () => {
      const bar = plateRack(barKg * 1000, platesOf(pairs)).atMost(targetKg * 1000)
      expect(bar?.totalGrams).toBe(expectedKg === undefined ? undefined : expectedKg * 1000)
      expect(bar?.perSide.map((grams) => grams / 1000)).toEqual(
        perSide === undefined ? undefined : [...perSide],
      )
    })
  }

  test('is exact for plates in pounds', () => {
    const lb = (value: number) => ({ value, unit: 'lb' as const })
    const plates = [45, 25, 10, 5, 2.5].map((value) => ({ weight: lb(value), pairs: 4 }))
    const rack = plateRack(45 * 453.59237, plates)
    for (let total = 45; total <= 700; total += 5)
      expect(rack.atMost(toGrams(lb(total)))?.totalGrams).toBe(toGrams(lb(total)))
    expect(rack.above(toGrams(lb(135)))?.totalGrams).toBe(toGrams(lb(140)))
  })

  test('equals the best of all combinations of plates', () => {
    const plates = fc.uniqueArray(
      fc.record({
        weight: fc.integer({ min: 1, max: 100 }).map((quarters) => quarters / 4),
        pairs: fc.integer({ min: 1, max: 3 }),
      }),
      { selector: ({ weight }) => weight, maxLength: 5 },
    )
    fc.assert(
      fc.property(plates, fc.integer({ min: 0, max: 300 }), (pairs, targetKg) => {
        let sums = [0]
        for (const { weight, pairs: count } of pairs)
          sums = sums.flatMap((sum) => Array.from({ length: count + 1 }, (_, used) => sum + used * weight))
        const best = Math.max(...sums.map((sum) => 20 + 2 * sum).filter((total) => total <= targetKg))
        const load = plateRack(
          20_000,
          pairs.map(({ weight, pairs: count }) => ({ weight: kg(weight), pairs: count })),
        ).atMost(targetKg * 1000)
        expect(load?.totalGrams ?? Number.NEGATIVE_INFINITY).toBe(best * 1000)
        const side = load?.perSide.reduce((sum, grams) => sum + grams, 0) ?? 0
        if (load) expect(20_000 + 2 * side).toBeCloseTo(load.totalGrams, 6)
        for (const { weight, pairs: count } of pairs)
          expect(load?.perSide.filter((grams) => grams === weight * 1000).length ?? 0).toBeLessThanOrEqual(
            count,
          )
      }),
    )
  })

  const uncommonPlates = (pairs: number) =>
    Array.from({ length: 50 }, (_, index) => ({ weight: kg(10 + index * 0.37 + 0.01), pairs }))

  test('is found even for plates of fifty uncommon weights', () => {
    const bar = plateRack(20_000, uncommonPlates(50)).atMost(400_000)
    expect(bar?.totalGrams).toBeLessThanOrEqual(400_001)
    expect(bar?.totalGrams).toBeGreaterThan(390_000)
  })

  test('is searched for among a limited number of loads', () => {
    const pairs = 4
    const rack = plateRack(20_000, uncommonPlates(pairs))
    let loads = 0
    for (let load = rack.atMost(20_000); load; load = rack.above(load.totalGrams)) loads++
    expect(loads).toBeGreaterThan(10_000)
    // At most 60,000, plus one per plate because loads are rounded up, instead of 5 ** 50 combinations.
    expect(loads).toBeLessThanOrEqual(60_000 + 50 * pairs + 1)
  })
})

describe('warm-ups', () => {
  const loading = loadingFor({ unit: 'kg' })
  for (const { workingKg, expectedKg } of vectors.warmUps) {
    test(`for ${workingKg} kg`, () => {
      expect(warmUpWeights(workingKg * 1000, loading).map((grams) => grams / 1000)).toEqual([...expectedKg])
    })
  }

  test('start with the empty bar if nothing lighter can be loaded, and don’t repeat a weight', () => {
    const barbell = loadingFor({ equipment: 'barbell', unit: 'kg' })
    expect(warmUpWeights(62_500, barbell)).toEqual([20_000, 30_000, 50_000])
    expect(warmUpWeights(25_000, barbell)).toEqual([20_000])
  })

  test('end with a single before a heavy set of at most three reps', () => {
    const setsFor = (workingGrams: number, reps: number) =>
      warmUpSets(workingGrams, reps, loading).map(({ grams, reps }) => [grams / 1000, reps])
    const fives = [60, 100, 160].map((weight) => [weight, 5])
    expect(setsFor(200_000, 3)).toEqual([...fives.slice(0, 2), [160, 3], [180, 1]])
    expect(setsFor(200_000, 4)).toEqual(fives)
    expect(setsFor(100_000, 1).at(-1)).toEqual([80, 5])
  })

  test('have no single if no weight between the last warm-up and the working weight can be loaded', () => {
    const coarse = { atMost: (grams: number) => Math.floor(grams / 50_000) * 50_000 }
    expect(warmUpSets(200_000, 1, coarse).at(-1)).toEqual({ grams: 150_000, reps: 3 })
  })
})

describe('loadable weights', () => {
  test('come from the plates for a barbell and from the usual steps otherwise', () => {
    const plates = platesOf([
      [20, 1],
      [5, 1],
    ])
    const barbell = loadingFor({ equipment: 'barbell', unit: 'kg', plates })
    expect(barbell.atMost(65_000)).toBe(60_000)
    expect(barbell.above(60_000)).toBe(70_000)
    expect(barbell.above(70_000)).toBeUndefined()
    expect(barbell.atMost(1000)).toBe(20_000)
    expect(barbell.platesFor(70_000)).toEqual([20_000, 5000])
    expect(barbell.platesFor(65_000)).toBeUndefined()
    const dumbbell = loadingFor({ equipment: 'dumbbell', unit: 'lb', plates })
    expect(dumbbell.atMost(toGrams({ value: 52, unit: 'lb' }))).toBe(toGrams({ value: 50, unit: 'lb' }))
  })

  test('follow the user’s own increment, and go below zero for assistance', () => {
    expect(loadingFor({ equipment: 'dumbbell', unit: 'kg', incrementGrams: 1000 }).atMost(11_900)).toBe(
      11_000,
    )
    expect(loadingFor({ equipment: 'bodyweight', unit: 'kg', assisted: true }).atMost(-21_000)).toBe(-22_500)
  })
})
