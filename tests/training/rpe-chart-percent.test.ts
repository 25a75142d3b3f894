import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { oneRepMaxFromChart, percentOfMax } from '#training/rpe-chart.ts'
import vectors from './vectors/rpe-chart.json'

describe('the chart matches the vectors', () => {
  for (const { reps, rpe, expected } of vectors.percent) {
    test(`${reps} @ ${rpe}`, () => {
      if (expected === undefined) expect(percentOfMax(reps, rpe)).toBeUndefined()
      else expect(percentOfMax(reps, rpe)).toBeCloseTo(expected, 10)
    })
  }
  for (const { weight, reps, rpe, expected } of vectors.oneRepMax) {
    test(`${weight} × ${reps} @ ${rpe}`, () => {
      expect(oneRepMaxFromChart(weight, reps, rpe)).toBeCloseTo(expected, 2)
    })
  }
})

test('a higher RPE at the same reps never means a lower share of the maximum', () => {
  const rpe = fc.integer({ min: 12, max: 20 }).map((halves) => halves / 2)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 11 }), rpe, rpe, (reps, a, b) => {
      const easier = percentOfMax(reps, Math.min(a, b)) ?? Number.NaN
      const harder = percentOfMax(reps, Math.max(a, b)) ?? Number.NaN
      expect(harder).toBeGreaterThanOrEqual(easier)
    }),
  )
})
