import { expect, test } from 'bun:test'
import { Multiset } from '#interchange/multiset.ts'

test('a multiset contains another only if it has every item at least as often', () => {
  const three = new Multiset(['a', 'b', 'b'])
  expect(three.size).toBe(3)
  expect(three.includes(new Multiset(['b', 'b']))).toBe(true)
  expect(three.includes(new Multiset(['a', 'a']))).toBe(false)
  expect(three.includes(new Multiset())).toBe(true)
})

test('adding and deleting another counts each of its items with its multiplicity', () => {
  const items = new Multiset(['a'])
  items.addAll(new Multiset(['b', 'b', 'c']))
  expect(items.size).toBe(4)
  expect(items.includes(new Multiset(['a', 'b', 'b', 'c']))).toBe(true)
  items.deleteAll(new Multiset(['b', 'c']))
  expect(items.size).toBe(2)
  expect([items.delete('c'), items.delete('b'), items.delete('b')]).toEqual([false, true, false])
})
