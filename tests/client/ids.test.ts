import { expect, test } from 'bun:test'
import { uuid } from '#client/ids.ts'

test('ids are UUIDs of version 7, in chronological order', () => {
  const ids = [0, 1, 1_795_000_000_000, 2 ** 47].map((now) => uuid(now))
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(Array.from({ length: 1000 }, () => uuid(5))).size).toBe(1000)
  expect(uuid(-5)).toStartWith('00000000-0000-7')
})
