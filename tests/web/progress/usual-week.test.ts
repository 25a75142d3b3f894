import { expect, test } from 'bun:test'
import { usualWeek } from '#web/progress/usual-week.ts'

test('a usual week is the mean of the four weeks before the current one', () => {
  expect(usualWeek([9, 100, 200, 300, 400, 50])).toBe(250)
  // A week off counts.
  expect(usualWeek([9, 100, 0, 300, 400, 50])).toBe(200)
})

test('weeks before the first training don’t count', () => {
  expect(usualWeek([0, 0, 0, 0, 0, 300, 50])).toBe(300)
  expect([usualWeek([0, 0, 50]), usualWeek([0, 0, 0]), usualWeek([])]).toEqual([0, 0, 0])
})
