import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import {
  effectiveReps,
  estimateOneRepMax,
  type FormulaId,
  formulaIds,
  formulas,
  oneRepMaxBy,
  repsInReserve,
} from '#training/e1rm.ts'
import vectors from './vectors/one-rep-max.json'

const formula = fc.constantFrom<FormulaId>(...formulaIds)

describe('each formula matches the vectors', () => {
  for (const { weight, n, expected } of vectors.formulas) {
    for (const id of formulaIds) {
      test(`${id}: ${weight} × ${n}`, () => {
        expect(oneRepMaxBy(id, weight, n)).toBeCloseTo(expected[id], 2)
      })
    }
  }
})

describe('the estimate of a set, and its range over all formulas, match the vectors', () => {
  for (const { set, expected } of vectors.estimates) {
    test(JSON.stringify(set), () => {
      const { weight = 0, ...effort } = set
      const estimate = estimateOneRepMax({ weight, ...effort })
      if (!expected) {
        expect(estimate).toBeUndefined()
        return
      }
      expect(estimate?.value).toBeCloseTo(expected.value, 2)
      expect(estimate?.low).toBeCloseTo(expected.low, 2)
      expect(estimate?.high).toBeCloseTo(expected.high, 2)
      expect<string | undefined>(estimate?.confidence).toBe(expected.confidence)
      expect(estimate?.method.id).toBe('e1rm.epley')
    })
  }
})

test('an estimate uses the requested formula, and its method names it', () => {
  for (const id of formulaIds) {
    const estimate = estimateOneRepMax({ weight: 100, reps: 5 }, id)
    expect(estimate?.method).toEqual({
      id: `e1rm.${id}`,
      parameters: { maxEffectiveReps: 12, maxRepsInReserve: 4 },
    })
    expect(estimate?.value).toBe(oneRepMaxBy(id, 100, 5) ?? 0)
  }
})

test('each formula is undefined outside its domain', () => {
  expect(oneRepMaxBy('brzycki', 100, 37)).toBeUndefined()
  expect(oneRepMaxBy('lander', 100, 37)).toBeUndefined()
  expect(oneRepMaxBy('epley', 100, 0.5)).toBeUndefined()
  for (const id of formulaIds) expect(formulas[id].defined(0)).toBe(false)
})

test('logged reps in reserve take precedence over RPE', () => {
  expect(repsInReserve({ rpe: 8.5 })).toBe(1.5)
  expect(repsInReserve({ rpe: 8.5, rir: 3 })).toBe(3)
  expect(repsInReserve({})).toBeUndefined()
  expect(effectiveReps({ reps: 5, rpe: 6 })).toBe(9)
  expect(effectiveReps({ reps: 5 })).toBe(5)
})

test('more reps never give a lower maximum, and more weight always gives a higher one', () => {
  const half = fc.integer({ min: 2, max: 24 }).map((halves) => halves / 2)
  fc.assert(
    fc.property(formula, half, half, fc.integer({ min: 1, max: 1_000_000 }), (id, a, b, weight) => {
      const fewer = oneRepMaxBy(id, weight, Math.min(a, b)) ?? Number.NaN
      const more = oneRepMaxBy(id, weight, Math.max(a, b)) ?? Number.NaN
      expect(more).toBeGreaterThanOrEqual(fewer)
      expect(oneRepMaxBy(id, weight + 1, a) ?? 0).toBeGreaterThan(oneRepMaxBy(id, weight, a) ?? 0)
    }),
  )
})

test('an estimate is finite, within its range, and based on 1 to 12 effective reps', () => {
  const effort = fc.record({
    reps: fc.integer({ min: 0, max: 20 }),
    rpe: fc.option(fc.double({ min: 5, max: 11 }), { nil: undefined }),
    rir: fc.option(fc.double({ min: -1, max: 6 }), { nil: undefined }),
  })
  fc.assert(
    fc.property(formula, effort, fc.double(), (id, set, weight) => {
      const estimate = estimateOneRepMax({ ...set, weight }, id)
      if (!estimate) return
      const { low, value, high, effectiveReps: n } = estimate
      expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true)
      expect(low).toBeLessThanOrEqual(value)
      expect(value).toBeLessThanOrEqual(high)
      expect(n).toBeGreaterThanOrEqual(1)
      expect(n).toBeLessThanOrEqual(12)
    }),
  )
})
