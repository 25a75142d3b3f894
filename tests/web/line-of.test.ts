import { expect, test } from 'bun:test'
import { Value } from '@sinclair/typebox/value'
import fc from 'fast-check'
import { Name } from '#generated/schemas.ts'
import { lineOf } from '#web/words.ts'

test.each([
  ['Bench\tPress', 'Bench Press'],
  ['  Bench Press \r\n', 'Bench Press'],
  ['Bench\u0007Press', 'Bench Press'],
  [' \t\n', ''],
  ['Ünï 💪', 'Ünï 💪'],
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
