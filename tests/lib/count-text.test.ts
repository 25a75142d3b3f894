import { expect, test } from 'bun:test'
import { countText } from '#lib/count-text.ts'

test.each([
  [0, '0 sets'],
  [1, '1 set'],
  [2, '2 sets'],
])('the count %d has its noun in the right number: %s', (count, text) => {
  expect(countText(count, 'set')).toBe(text)
})
