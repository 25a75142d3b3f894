import { expect, test } from 'bun:test'
import { LruMap } from '#lib/lru-map.ts'

test('beyond the capacity, the least recently used entry is removed', () => {
  const map = new LruMap<string, number>(2)
  map.set('a', 1)
  map.set('b', 2)
  expect(map.get('a')).toBe(1)
  map.set('c', 3)
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3])
  expect(map.size).toBe(2)
})

test("setting a key again doesn't grow the map, and deleting shrinks it", () => {
  const map = new LruMap<string, number>(2)
  map.set('a', 1)
  map.set('a', 2)
  expect([map.get('a'), map.size]).toEqual([2, 1])
  map.delete('a')
  expect([map.get('a'), map.size]).toEqual([undefined, 0])
})
