import { expect, test } from 'bun:test'
import { Value } from '@sinclair/typebox/value'
import fc from 'fast-check'
import { Name } from '#generated/schemas.ts'
import { isVisible, lineOf } from '#lib/visible.ts'

test.each([
  ['Bench\tPress', 'Bench Press'],
  ['  Bench Press \r\n', 'Bench Press'],
  ['Bench\u0007Press', 'Bench Press'],
  [' \t\n', ''],
  ['Ünï 💪', 'Ünï 💪'],
  ['👩‍🚀', '👩‍🚀'],
  ['\u200b\u2060\ufeff', ''],
  ['\u00ad \u3164', ''],
])('%j is one line: %j', (typed, line) => {
  expect(lineOf(typed)).toBe(line)
})

test('any text becomes either empty or a name that the contract accepts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
      const line = lineOf(typed)
      expect(line === '' || Value.Check(Name, line)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('a character is visible if the contract accepts it as a name', () => {
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    const text = String.fromCodePoint(codePoint)
    if (text.isWellFormed() && Value.Check(Name, text) !== isVisible(text))
      expect({ codePoint, isName: Value.Check(Name, text) }).toEqual({ codePoint, isName: isVisible(text) })
  }
})
