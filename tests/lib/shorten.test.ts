import { expect, test } from 'bun:test'
import { shorten } from '#lib/shorten.ts'

test.each([
  ['short', 5, 'short'],
  ['shorter', 5, 'short'],
  ['💪💪💪', 2, '💪💪'],
  ['a💪💪', 2, 'a💪'],
  ['💪💪', 2, '💪💪'],
  ['', 0, ''],
])('%s shortened to %p code points is "%s"', (text, maxLength, expected) => {
  expect(shorten(text, maxLength)).toBe(expected)
})
