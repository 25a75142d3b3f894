import { expect, test } from 'bun:test'
import { pointerTo } from '#http/validation/pointer.ts'

test('a name is appended with ~ and / escaped', () => {
  expect(pointerTo('/sets/0', 'a/b~c')).toBe('/sets/0/a~1b~0c')
  expect(pointerTo('', 'x'.repeat(64))).toBe(`/${'x'.repeat(64)}`)
})

test.each([
  ['longer than 64 characters', 'x'.repeat(65)],
  ['with a line break', 'reps\n'],
  ['with half of a surrogate pair', 'reps\ud83d'],
])('a name %s is left out of the pointer', (_, name) => {
  expect(pointerTo('/sets/0', name)).toBe('/sets/0')
})
