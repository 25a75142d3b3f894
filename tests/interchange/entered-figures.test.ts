import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { readElapsed } from '#interchange/elapsed.ts'
import { guarded, unguarded } from '#interchange/formula-guard.ts'
import { enteredDistance, enteredWeight } from '#interchange/snap.ts'
import { guessWeightUnit } from '#interchange/unit-guess.ts'

describe('a weight is brought back to what was entered', () => {
  test.each([
    [61.23492, 'kg', 135, 'lb'],
    [11.3398, 'kg', 25, 'lb'],
    [27.215519999999998, 'kg', 60, 'lb'],
    [113.398, 'kg', 250, 'lb'],
    [1.1339809, 'kg', 2.5, 'lb'],
    [220.46226, 'lb', 100, 'kg'],
    [44.0924, 'lb', 20, 'kg'],
    [149.99999999999997, 'lb', 150, 'lb'],
    [22.700000000000003, 'kg', 22.7, 'kg'],
  ] as const)('%d %s', (value, unit, entered, enteredUnit) => {
    expect(enteredWeight(value, unit)).toEqual({ value: entered, unit: enteredUnit, snapped: true })
  })

  test.each([
    [61.23, 'kg'],
    [61.25, 'kg'],
    [1.125, 'kg'],
    [52.3, 'lb'],
    [0.125, 'kg'],
    [33.333, 'kg'],
  ] as const)('and left alone otherwise: %d %s', (value, unit) => {
    expect(enteredWeight(value, unit)).toEqual({ value, unit, snapped: false })
  })

  test('for every weight of two decimals: as it is in its own unit, and found again in the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.boolean(), (hundredths, isKg) => {
        const value = hundredths / 100
        const [unit, other] = isKg ? (['kg', 'lb'] as const) : (['lb', 'kg'] as const)
        expect(enteredWeight(value, unit)).toEqual({ value, unit, snapped: false })
        const converted = isKg ? value / 0.45359237 : value * 0.45359237
        const found = enteredWeight(converted, other)
        if (Math.abs(converted * 100 - Math.round(converted * 100)) > 1e-3)
          expect(Math.abs((found.unit === unit ? found.value : 0) - value)).toBeLessThan(2e-3)
      }),
    )
  })
})

test('a distance is snapped for a conversion alone, never for being near', () => {
  expect(enteredDistance(1.609344, 'km')).toMatchObject({ value: 1, unit: 'mi' })
  expect(enteredDistance(1609.344, 'm')).toMatchObject({ value: 1, unit: 'mi' })
  expect(enteredDistance(4.023, 'km')).toMatchObject({ value: 4.023, unit: 'km', snapped: false })
  expect(enteredDistance(5.1234, 'km')).toMatchObject({ value: 5.1234, unit: 'km', snapped: false })
})

test.each([
  ['1h', 3600],
  ['44m', 2640],
  ['21min', 1260],
  ['1h 5m', 3900],
  ['264h 1m', 950_460],
  ['1h 5m 3s', 3903],
  ['4195', 4195],
  ['120.0', 120],
  ['1:05:00', 3900],
  ['05:30', 330],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
])('%s is a span of %p seconds', (text, seconds) => {
  expect(readElapsed(text)).toBe(seconds)
})

describe('the unit of plates', () => {
  test('45-pound plates speak for pounds', () => {
    expect(guessWeightUnit([45, 135, 185, 225, 100, 60]).unit).toBe('lb')
    expect(guessWeightUnit([149.99999999999997, 100, 50]).unit).toBe('lb')
  })

  test('20-kg plates and 2.5-kg steps speak for kilograms', () => {
    expect(guessWeightUnit([20, 60, 62.5, 100, 14, 16]).unit).toBe('kg')
    expect(guessWeightUnit([22.5, 50, 70]).evidence.join()).toContain('2.5')
  })

  test('nothing speaks for nothing', () => {
    expect(guessWeightUnit([]).evidence).toEqual(['No load speaks for either unit.'])
  })
})

test('for every text: a guarded cell is no formula, and comes back', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .tuple(fc.constantFrom("'", "''", ''), fc.constantFrom('=', '+', '-', '@', '\t', 'x'), fc.string())
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (input) => {
      const cell = guarded(input)
      expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      expect(unguarded(cell)).toBe(input)
    }),
  )
})
