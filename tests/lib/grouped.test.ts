import { expect, test } from 'bun:test'
import { grouped } from '#lib/grouped.ts'

test('items are grouped by key, in the order in which keys and items first occur', () => {
  const groups = grouped(['pull-up', 'squat', 'press', 'sit-up'], (name) => name.slice(0, 1))
  expect([...groups]).toEqual([
    ['p', ['pull-up', 'press']],
    ['s', ['squat', 'sit-up']],
  ])
})
