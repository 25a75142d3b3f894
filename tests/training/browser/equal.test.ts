import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { expect as pageExpect, test as pageTest, runAll } from './bun-test.ts'
import { equal, matches } from './equal.ts'

// The page's matchers must agree with Bun's.

test('equality agrees with Bun’s', () => {
  const value = fc.jsonValue({ maxDepth: 2 })
  const pair = fc.oneof(
    fc.tuple(value, value),
    value.map((same) => [same, structuredClone(same)] as const),
  )
  fc.assert(fc.property(pair, ([a, b]) => equal(a, b) === Bun.deepEquals(a, b)))
  expect(equal({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(equal(new Map([[1, { a: 2 }]]), new Map([[1, { a: 3 }]]))).toBe(false)
  expect(equal([1], [1, 2])).toBe(false)
})

test('a partial match allows extra members, but no missing ones', () => {
  expect(matches({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ c: 2 }] })).toBe(true)
  expect(matches({ a: 1, b: [{ c: 2 }, {}] }, { b: [{ c: 2 }] })).toBe(false)
  expect(matches({ a: 1 }, { b: 1 })).toBe(false)
})

test('a failing test is reported', async () => {
  pageTest('passing', () => pageExpect(1).toBe(1))
  pageTest('failing', () => pageExpect(1.006).toBeCloseTo(1, 2))
  pageTest('failing negation', () => pageExpect(1).not.toBe(1))
  const { count, failures } = await runAll()
  expect([count, failures.map(({ name }) => name)]).toEqual([3, ['failing', 'failing negation']])
})
