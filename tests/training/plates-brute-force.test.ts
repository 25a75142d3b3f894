import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { loadingFor } from '#training/plates/loading.ts'
import { type PlatePairs, plateRack, sameLoadGrams } from '#training/plates/rack.ts'
import { type WeightUnit, weightUnits } from '#training/units.ts'

const commonPlates = {
  kg: [25, 20, 15, 10, 5, 2.5, 1.25, 0.5],
  lb: [55, 45, 35, 25, 10, 5, 2.5, 1.25],
} as const

const pairsOf = (unit: WeightUnit, weights: readonly number[], counts: readonly number[]): PlatePairs[] =>
  weights.map((value, index) => ({ weight: { value, unit }, pairs: counts[index] ?? 0 }))

const grams = ({ value, unit }: PlatePairs['weight']) => value * weightUnits[unit].canonical

/** The weight and the number of plates of each possible load of one side. */
function everySide(plates: readonly PlatePairs[]): { readonly grams: number; readonly plates: number }[] {
  return plates.reduce(
    (sides, { weight, pairs }) =>
      sides.flatMap((side) =>
        Array.from({ length: pairs + 1 }, (_, count) => ({
          grams: side.grams + count * grams(weight),
          plates: side.plates + count,
        })),
      ),
    [{ grams: 0, plates: 0 }],
  )
}

/** Compares a rack with an exhaustive search, for targets at, between and beyond the loads. */
function expectEqualsSearch(bar: number, plates: readonly PlatePairs[]): void {
  const rack = plateRack(bar, plates)
  const loads = everySide(plates).map((side) => ({ total: bar + 2 * side.grams, plates: side.plates }))
  const totals = [...new Set(loads.map(({ total }) => total))]
  for (const target of totals.flatMap((total) => [total, total + 300])) {
    const heaviest = Math.max(...totals.filter((total) => total <= target + sameLoadGrams))
    const best = loads.filter(
      ({ total }) => total <= target + sameLoadGrams && total >= heaviest - sameLoadGrams,
    )
    const fewestPlates = Math.min(...best.map((load) => load.plates))
    const loaded = rack.atMost(target)
    const actual = { plates: loaded?.perSide.length, isHeaviest: (loaded?.totalGrams ?? 0) >= heaviest - 2 }
    expect([target, actual]).toEqual([target, { plates: fewestPlates, isHeaviest: true }])
    const sum = bar + 2 * (loaded?.perSide ?? []).reduce((total, plate) => total + plate, 0)
    expect(Math.abs(sum - (loaded?.totalGrams ?? 0))).toBeLessThanOrEqual(sameLoadGrams)
  }
}

describe('every load uses the fewest plates possible', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 })
  for (const unit of ['kg', 'lb'] as const)
    test(`with plates in ${unit}`, () => {
      const weights = fc.shuffledSubarray([...commonPlates[unit]], { minLength: 1, maxLength: 5 })
      fc.assert(
        fc.property(weights, counts, (plateWeights, pairs) => {
          expectEqualsSearch(
            unit === 'kg' ? 20_000 : grams({ value: 45, unit }),
            pairsOf(unit, plateWeights, pairs),
          )
        }),
        { numRuns: 60 },
      )
    })

  test('with plates in both units', () => {
    const weights = (unit: WeightUnit) =>
      fc.shuffledSubarray([...commonPlates[unit]], { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(weights('kg'), weights('lb'), counts, (kilograms, pounds, pairs) => {
        expectEqualsSearch(20_000, [
          ...pairsOf('kg', kilograms, pairs),
          ...pairsOf('lb', pounds, pairs.slice(2)),
        ])
      }),
      { numRuns: 40 },
    )
  })
})

const pounds = (grams: readonly number[] | undefined) =>
  grams?.map((value) => Math.round((value / weightUnits.lb.canonical) * 100) / 100)

test.each([
  [135, [45]],
  [185, [45, 25]],
  [225, [45, 45]],
  [155, [45, 10]],
  [95, [25]],
  [65, [10]],
  [405, [45, 45, 45, 45]],
  [455, [45, 45, 45, 45, 25]],
])('%i lb with 45 × 4, 25 and 10 × 2 is %j a side', (total, expected) => {
  const plates = pairsOf('lb', [45, 25, 10], [4, 1, 2])
  const loading = loadingFor({ equipment: 'barbell', unit: 'lb', plates })
  expect(pounds(loading.platesFor(grams({ value: total, unit: 'lb' })))).toEqual(expected)
})

test('the nearest load may be below or above the target, and is the heavier of two equally near loads', () => {
  const loading = loadingFor({ equipment: 'barbell', unit: 'lb' })
  const nearest = (value: number) => pounds([loading.nearest(grams({ value, unit: 'lb' }))])
  expect([213.75, 185.25, 242.25, 212.4, 212.5].map(nearest)).toEqual([[215], [185], [240], [210], [215]])
})
