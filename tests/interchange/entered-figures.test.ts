import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { readElapsed } from '#interchange/elapsed.ts'
import { enteredDistance, enteredWeight } from '#interchange/entered.ts'
import { guardFormula, removeFormulaGuard } from '#interchange/formula-guard.ts'
import { UnitEvidence } from '#interchange/unit-guess.ts'

describe('a weight is restored to the value that was entered', () => {
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
    expect(enteredWeight(value, unit)).toEqual({ value: entered, unit: enteredUnit, isRestored: true })
  })

  test.each([
    [61.23, 'kg'],
    [61.25, 'kg'],
    [1.125, 'kg'],
    [52.3, 'lb'],
    [0.125, 'kg'],
    [33.333, 'kg'],
  ] as const)('but is unchanged if it wasn’t converted: %d %s', (value, unit) => {
    expect(enteredWeight(value, unit)).toEqual({ value, unit, isRestored: false })
  })

  test('every weight with two decimals is unchanged in its own unit, and restored from the other unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.boolean(), (hundredths, isKg) => {
        const value = hundredths / 100
        const [unit, otherUnit] = isKg ? (['kg', 'lb'] as const) : (['lb', 'kg'] as const)
        expect(enteredWeight(value, unit)).toEqual({ value, unit, isRestored: false })
        const converted = isKg ? value / 0.45359237 : value * 0.45359237
        const entered = enteredWeight(converted, otherUnit)
        if (Math.abs(converted * 100 - Math.round(converted * 100)) > 1e-3)
          expect(Math.abs((entered.unit === unit ? entered.value : 0) - value)).toBeLessThan(2e-3)
      }),
    )
  })
})

test('a distance is restored only if it was exactly converted, not if it is merely close', () => {
  expect(enteredDistance(1.609344, 'km')).toMatchObject({ value: 1, unit: 'mi' })
  expect(enteredDistance(1609.344, 'm')).toMatchObject({ value: 1, unit: 'mi' })
  expect(enteredDistance(4.023, 'km')).toMatchObject({ value: 4.023, unit: 'km', isRestored: false })
  expect(enteredDistance(5.1234, 'km')).toMatchObject({ value: 5.1234, unit: 'km', isRestored: false })
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
])('%s is a duration of %d seconds', (text, seconds) => {
  expect(readElapsed(text)).toBe(seconds)
})

test.each(['', 'soon', '-5'])('%j is not a duration', (text) => {
  expect(readElapsed(text)).toBeUndefined()
})

/** The unit guessed from the loads of one exercise. */
function guessUnit(exercise: string, loads: readonly number[]) {
  const evidence = new UnitEvidence()
  for (const load of loads) evidence.add(exercise, load)
  return evidence.guess()
}

describe('the guessed unit of a file without units', () => {
  test('is pounds with 45-pound plates', () => {
    expect(guessUnit('Squat (Barbell)', [45, 135, 185, 225, 100, 60])).toMatchObject({
      unit: 'lb',
      sure: true,
    })
    expect(guessUnit('Leg Press', [149.99999999999997, 100, 50]).unit).toBe('lb')
  })

  test('is pounds if the lightest squat is 45', () => {
    const { unit, sure, evidence } = guessUnit('Squat', [60, 100, 45, 80])
    expect({ unit, sure }).toEqual({ unit: 'lb', sure: true })
    expect(evidence.join()).toContain('the empty bar (45)')
  })

  test('is kilograms with 20-kg plates and 2.5-kg steps', () => {
    expect(guessUnit('Bench Press (Barbell)', [20, 60, 62.5, 100])).toMatchObject({ unit: 'kg', sure: true })
    expect(guessUnit('Deadlift', [22.5, 50, 70]).evidence.join()).toContain('2.5')
  })

  test.each(['Lat Pulldown (Cable)', 'Dumbbell Row', 'Leg Press', 'Split Squat'])(
    'is not evident from 60, 100 and 140 on %s',
    (exercise) => {
      expect(guessUnit(exercise, [60, 100, 140])).toEqual({
        unit: 'kg',
        sure: false,
        evidence: ['No weight suggests either unit.'],
      })
    },
  )

  test('has no evidence without loads', () => {
    expect(guessUnit('Squat', []).evidence).toEqual(['No weight suggests either unit.'])
  })
})

test('a guarded cell is never a formula, and is read as the original text', () => {
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
      const cell = guardFormula(input)
      expect(cell.normalize('NFKC')).not.toMatch(/^\s*[=+\-@]/)
      expect(cell).not.toMatch(/^[\t\r\n]/)
      expect(removeFormulaGuard(cell)).toBe(input)
    }),
  )
})

test('every character that NFKC turns into the start of a formula is guarded', () => {
  for (let code = 0; code < 0x110000; code++) {
    // Halves of surrogate pairs aren't characters.
    if (code >= 0xd800 && code < 0xe000) continue
    const text = String.fromCodePoint(code)
    if (!/^[=+\-@−]/.test(text.normalize('NFKC'))) continue
    expect([text, guardFormula(text)]).toEqual([text, `'${text}`])
    expect(removeFormulaGuard(guardFormula(text))).toBe(text)
  }
})
