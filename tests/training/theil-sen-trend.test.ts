import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { hampelMethod, hampelOutliers } from '#training/hampel.ts'
import { median, select } from '#training/order-statistics.ts'
import { type Point, theilSen } from '#training/theil-sen.ts'
import vectors from './vectors/trend.json'

const pointsOf = (x: readonly number[], y: readonly number[]): Point[] =>
  x.map((value, index) => ({ x: value, y: y[index] ?? Number.NaN }))

function sortedMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const lower = sorted[(sorted.length - 1) >>> 1] ?? Number.NaN
  const upper = sorted[sorted.length >>> 1] ?? Number.NaN
  return (lower + upper) / 2
}

/** A direct implementation of the definition. */
function theilSenByDefinition(points: readonly Point[]): { slope: number; intercept: number } | undefined {
  const slopes = points.flatMap((a, index) =>
    points.slice(index + 1).flatMap((b) => (a.x === b.x ? [] : [(b.y - a.y) / (b.x - a.x)])),
  )
  if (slopes.length === 0) return undefined
  const slope = sortedMedian(slopes)
  return { slope, intercept: sortedMedian(points.map(({ x, y }) => y - slope * x)) }
}

function expectSame(points: readonly Point[]): void {
  const expected = theilSenByDefinition(points)
  const trend = theilSen(points)
  if (!expected) {
    expect(trend).toBeUndefined()
    return
  }
  const scale = Math.max(1, ...points.map(({ y }) => Math.abs(y)))
  expect(Math.abs((trend?.slope ?? Number.NaN) - expected.slope)).toBeLessThanOrEqual(1e-9 * scale)
  expect(Math.abs((trend?.intercept ?? Number.NaN) - expected.intercept)).toBeLessThanOrEqual(1e-6 * scale)
}

describe('the trend matches the vectors', () => {
  for (const { name, x, y, slope, intercept, outliers } of vectors.cases) {
    test(name, () => {
      const trend = theilSen(pointsOf(x, y))
      expect(trend?.slope).toBeCloseTo(slope, 6)
      expect(trend?.intercept).toBeCloseTo(intercept, 6)
      expect(trend?.method).toEqual({ id: 'trend.theil-sen' })
      const outlierIndexes = hampelOutliers(y.map(Math.log)).flatMap((outlier, index) =>
        outlier ? [index] : [],
      )
      expect(outlierIndexes).toEqual(outliers)
    })
  }
})

test('a single day or too few points have no trend', () => {
  expect(theilSen([])).toBeUndefined()
  expect(theilSen(pointsOf([3], [100]))).toBeUndefined()
  expect(theilSen(pointsOf([3, 3, 3], [100, 110, 120]))).toBeUndefined()
})

describe('the trend matches its definition', () => {
  const y = fc.integer({ min: 1000, max: 500_000 })

  test('for few points', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 60 }), y })
    fc.assert(fc.property(fc.array(point, { maxLength: 40 }), expectSame))
  })
  test('for many points', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 3650 }), y })
    fc.assert(fc.property(fc.array(point, { minLength: 101, maxLength: 260 }), expectSame), { numRuns: 40 })
  })
  test('for a plateau, where most slopes are the same', () => {
    const level = fc.constantFrom(100_000, 100_000, 100_000, 100_000, 102_500, 97_500)
    const point = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: level })
    fc.assert(fc.property(fc.array(point, { minLength: 101, maxLength: 200 }), expectSame), { numRuns: 40 })
  })
  test('for a staircase of slow, even progress', () => {
    const steps = Array.from({ length: 400 }, (_, index) => ({
      x: index * 2,
      y: 60_000 + Math.floor(index / 9) * 2500,
    }))
    expectSame(steps)
    expectSame(steps.toReversed())
  })
  test('for a straight line and a constant', () => {
    expectSame(Array.from({ length: 300 }, (_, index) => ({ x: index, y: 0.1 * index + 7 })))
    expectSame(Array.from({ length: 300 }, (_, index) => ({ x: index, y: 100_000 })))
  })
})

test('median and select agree with the sorted values', () => {
  const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(values, fc.nat(), (list, seed) => {
      const rank = seed % list.length
      expect(select(Float64Array.from(list), rank)).toBe(list.toSorted((a, b) => a - b)[rank] ?? Number.NaN)
      expect(median(list)).toBe(sortedMedian(list))
    }),
  )
  expect(median([])).toBeUndefined()
})

describe('outliers', () => {
  const outlierIndexes = (values: readonly number[], options = {}) =>
    hampelOutliers(values.map(Math.log), options).flatMap((outlier, index) => (outlier ? [index] : []))

  test('don’t exist among fewer than five values', () => {
    expect(outlierIndexes([100, 100, 100, 1000])).toEqual([])
  })
  test('are marked at the start, in the middle and at the end', () => {
    expect(outlierIndexes([50, 101, 102, 103, 104, 105, 106, 107, 108])).toEqual([0])
    expect(outlierIndexes([100, 101, 102, 103, 160, 105, 106, 107, 108])).toEqual([4])
    expect(outlierIndexes([100, 101, 102, 103, 104, 105, 106, 107, 60])).toEqual([8])
  })
  test('can require a minimum deviation, so that a small new record isn’t one', () => {
    expect(outlierIndexes([100, 100, 100, 100, 102.5])).toEqual([4])
    expect(outlierIndexes([100, 100, 100, 100, 102.5], { leastDeviation: 0.042 })).toEqual([])
    expect(outlierIndexes([100, 100, 100, 100, 150], { leastDeviation: 0.042 })).toEqual([4])
  })
  test('have a method that lists all parameters', () => {
    expect(hampelMethod()).toEqual({
      id: 'outlier.hampel',
      parameters: { window: 7, threshold: 3, leastDeviation: 0, madScale: 1.4826 },
    })
  })
  test('are the same in any unit of the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 20, max: 400 }), { maxLength: 30 }), (kilograms) => {
        const options = { leastDeviation: 0.01 }
        expect(
          outlierIndexes(
            kilograms.map((value) => value * 1024),
            options,
          ),
        ).toEqual(outlierIndexes(kilograms, options))
      }),
    )
  })
})
