import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import {
  type DistanceUnit,
  exactPoundGrams,
  fromGrams,
  fromMicrometers,
  fromMillimeters,
  type LengthUnit,
  rounded,
  toGrams,
  toMicrometers,
  toMillimeters,
  type WeightUnit,
} from '#training/units.ts'
import vectors from './vectors/units.json'

const hundredths = fc.integer({ min: 0, max: 500_000 }).map((value) => value / 100)
const thousandths = fc.integer({ min: 0, max: 500_000 }).map((value) => value / 1000)
const weightUnit = fc.constantFrom<WeightUnit>('kg', 'lb')

test.each(vectors.weights)('$value $unit is $grams g', ({ value, unit, grams }) => {
  expect(toGrams({ value, unit: unit === 'kg' ? 'kg' : 'lb' })).toBe(grams)
})
test.each(vectors.distances)('$value $unit is $millimeters mm', ({ value, unit, millimeters }) => {
  const distanceUnit = (['m', 'km', 'mi'] as const).find((name) => name === unit)
  expect(distanceUnit && toMillimeters({ value, unit: distanceUnit })).toBe(millimeters)
})
test.each(vectors.lengths)('$value $unit is $micrometers µm', ({ value, unit, micrometers }) => {
  expect(toMicrometers({ value, unit: unit === 'cm' ? 'cm' : 'in' })).toBe(micrometers)
})

describe('entered values survive the round trip through stored units', () => {
  test('weights, to 0.01', () => {
    fc.assert(
      fc.property(hundredths, weightUnit, (value, unit) => {
        expect(fromGrams(toGrams({ value, unit }), unit)).toEqual({ value, unit })
      }),
    )
  })
  test('distances, to 0.01 m and 0.001 km or mi', () => {
    fc.assert(
      fc.property(
        hundredths,
        thousandths,
        fc.constantFrom<DistanceUnit>('km', 'mi'),
        (meters, value, unit) => {
          expect(fromMillimeters(toMillimeters({ value: meters, unit: 'm' }), 'm').value).toBe(meters)
          expect(fromMillimeters(toMillimeters({ value, unit }), unit)).toEqual({ value, unit })
        },
      ),
    )
  })
  test('lengths, to 0.01', () => {
    fc.assert(
      fc.property(hundredths, fc.constantFrom<LengthUnit>('cm', 'in'), (value, unit) => {
        expect(fromMicrometers(toMicrometers({ value, unit }), unit)).toEqual({ value, unit })
      }),
    )
  })
})

test('converted figures have no floating-point noise and no negative zero', () => {
  expect(fromGrams(0.1 * 3 * 1000, 'kg').value).toBe(0.3)
  expect(fromGrams(116_666.666_667, 'kg').value).toBe(116.67)
  expect(fromGrams(100_000, 'lb').value).toBe(220.46)
  expect(Object.is(rounded(-0.001, 2), 0)).toBe(true)
})

test('a sum of weights entered in pounds is exact in pounds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      (twentieths, reps) => {
        const grams = twentieths.map((each) => exactPoundGrams(toGrams({ value: each / 20, unit: 'lb' })))
        const pounds = twentieths.reduce((sum, each) => sum + each * reps, 0) / 20
        const sum = grams.reduce((total, each) => total + each * reps, 0)
        expect(fromGrams(sum, 'lb').value).toBeCloseTo(pounds, 5)
      },
    ),
  )
})

test('grams that aren’t near a twentieth of a pound are unchanged', () => {
  expect(exactPoundGrams(100_000)).toBe(100_000)
  expect(exactPoundGrams(102_058)).toBeCloseTo(102_058.283_25, 6)
})
