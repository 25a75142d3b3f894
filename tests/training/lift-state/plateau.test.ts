import { expect, test } from 'bun:test'
import { plateauOf } from '#training/lift-state/index.ts'

test('a steady rise is not a plateau, even with noise from week to week', () => {
  const bests = Array.from(
    { length: 16 },
    (_, week) => 100 * 1.01 ** week * (1 + 0.008 * (((week * 7) % 5) - 2)),
  )
  expect(plateauOf(bests)).toBeUndefined()
})

test('flat weeks are a plateau that began in the first of them', () => {
  expect(plateauOf([100, 100.5, 99.8, 100.2, 100, 99.9, 100.3, 100, 100.1, 99.8, 100.2, 100])).toEqual({
    sinceWeek: 0,
    kind: 'flat',
  })
})

test('only the last 16 weeks count, and weeks are numbered from the first week of the log', () => {
  const bests = [
    ...new Array(10).fill(60),
    ...Array.from({ length: 16 }, (_, week) => 100 + Math.min(week, 8)),
  ]
  expect(plateauOf(bests)?.sinceWeek).toBe(18)
})

test('four flat weeks are too few for a plateau', () => {
  expect(plateauOf([100, 100, 100, 100])).toBeUndefined()
})

test('a slow rise within much noise is not called a plateau', () => {
  const bests = Array.from({ length: 13 }, (_, week) => 100 * (1 + 0.0002 * week + (week % 2 ? 0.03 : -0.03)))
  expect(plateauOf(bests)).toBeUndefined()
})
