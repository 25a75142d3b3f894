import { expect, test } from 'bun:test'
import { Multiset } from '#interchange/multiset.ts'

test('a multiset includes another only if it has every item at least as often', () => {
  const items = new Multiset(['a', 'b', 'b'])
  expect(items.size).toBe(3)
  expect(items.includes(new Multiset(['b', 'b']))).toBe(true)
  expect(items.includes(new Multiset(['a', 'a']))).toBe(false)
  expect(items.includes(new Multiset())).toBe(true)
})

test('addAll and deleteAll count each item as often as it occurs', () => {
  const items = new Multiset(['a'])
  items.addAll(new Multiset(['b', 'b', 'c']))
  expect(items.size).toBe(4)
  expect(items.includes(new Multiset(['a', 'b', 'b', 'c']))).toBe(true)
  items.deleteAll(new Multiset(['b', 'c']))
  expect(items.size).toBe(2)
  expect([items.delete('c'), items.delete('b'), items.delete('b')]).toEqual([false, true, false])
})
