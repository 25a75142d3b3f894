import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { readElapsed } from '#interchange/elapsed.ts'
import { enteredDistance, enteredWeight } from '#interchange/entered.ts'
import { guarded, unguarded } from '#interchange/formula-guard.ts'
import { UnitEvidence } from '#interchange/unit-guess.ts'

describe('a weight is restored to the entered value', () => {
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
    expect(enteredWeight(value, unit)).toEqual({ value: entered, unit: enteredUnit, rounded: true })
  })

  test.each([
    [61.23, 'kg'],
    [61.25, 'kg'],
    [1.125, 'kg'],
    [52.3, 'lb'],
    [0.125, 'kg'],
    [33.333, 'kg'],
  ] as const)('but otherwise unchanged: %d %s', (value, unit) => {
    expect(enteredWeight(value, unit)).toEqual({ value, unit, rounded: false })
  })

  test('every weight with two decimals is unchanged in its own unit and restored from the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.boolean(), (hundredths, isKg) => {
        const value = hundredths / 100
        const [unit, other] = isKg ? (['kg', 'lb'] as const) : (['lb', 'kg'] as const)
        expect(enteredWeight(value, unit)).toEqual({ value, unit, rounded: false })
        const converted = isKg ? value / 0.45359237 : value * 0.45359237
        const found = enteredWeight(converted, other)
        if (Math.abs(converted * 100 - Math.round(converted * 100)) > 1e-3)
          expect(Math.abs((found.unit === unit ? found.value : 0) - value)).toBeLessThan(2e-3)
      }),
    )
  })
})

test('a distance is restored only if it was converted, never because it is close', () => {
  expect(enteredDistance(1.609344, 'km')).toMatchObject({ value: 1, unit: 'mi' })
  expect(enteredDistance(1609.344, 'm')).toMatchObject({ value: 1, unit: 'mi' })
  expect(enteredDistance(4.023, 'km')).toMatchObject({ value: 4.023, unit: 'km', rounded: false })
  expect(enteredDistance(5.1234, 'km')).toMatchObject({ value: 5.1234, unit: 'km', rounded: false })
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
])('%s is a duration of %p seconds', (text, seconds) => {
  expect(readElapsed(text)).toBe(seconds)
})

/** The unit guessed from the loads of one exercise. */
function guess(exercise: string, loads: readonly number[]) {
  const evidence = new UnitEvidence()
  for (const load of loads) evidence.add(exercise, load)
  return evidence.guess()
}

describe('the unit of a file that states none', () => {
  test('is pounds with 45-pound plates', () => {
    expect(guess('Squat (Barbell)', [45, 135, 185, 225, 100, 60])).toMatchObject({ unit: 'lb', sure: true })
    expect(guess('Leg Press', [149.99999999999997, 100, 50]).unit).toBe('lb')
  })

  test('is pounds with a lightest squat of 45', () => {
    const { unit, sure, evidence } = guess('Squat', [60, 100, 45, 80])
    expect({ unit, sure }).toEqual({ unit: 'lb', sure: true })
    expect(evidence.join()).toContain('the empty bar (45)')
  })

  test('is kilograms with 20-kg plates and 2.5-kg steps', () => {
    expect(guess('Bench Press (Barbell)', [20, 60, 62.5, 100])).toMatchObject({ unit: 'kg', sure: true })
    expect(guess('Deadlift', [22.5, 50, 70]).evidence.join()).toContain('2.5')
  })

  test.each(['Lat Pulldown (Cable)', 'Dumbbell Row', 'Leg Press', 'Split Squat'])(
    'is not evident from 60, 100 and 140 on %s',
    (exercise) => {
      expect(guess(exercise, [60, 100, 140])).toEqual({
        unit: 'kg',
        sure: false,
        evidence: ['No load suggests either unit.'],
      })
    },
  )

  test('is a guess without loads', () => {
    expect(guess('Squat', []).evidence).toEqual(['No load suggests either unit.'])
  })
})

test('for every text: a guarded cell is not a formula, and reads back as the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .tuple(
        fc.constantFrom("'", "''", ''),
        fc.constantFrom('=', '+', '-', '@', '\t', '\n', ' =', '＝', '＋', '－', '＠', '﹦', 'x'),
        fc.string(),
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (input) => {
      const cell = guarded(input)
      expect(cell.normalize('NFKC')).not.toMatch(/^\s*[=+\-@]/)
      expect(cell).not.toMatch(/^[\t\r\n]/)
      expect(unguarded(cell)).toBe(input)
    }),
  )
})

test('every character that NFKC turns into the start of a formula is guarded', () => {
  for (let code = 0; code < 0x110000; code++) {
    // Halves of surrogate pairs are no characters.
    if (code >= 0xd800 && code < 0xe000) continue
    const text = String.fromCodePoint(code)
    if (!/^[=+\-@−]/.test(text.normalize('NFKC'))) continue
    expect([text, guarded(text)]).toEqual([text, `'${text}`])
    expect(unguarded(guarded(text))).toBe(text)
  }
})
