import { describe, expect, test } from 'bun:test'
import { weeklyChange } from '#web/measurements/weekly-change.ts'

describe('the weekly change of measurements', () => {
  test('is the slope of values on a line', () => {
    const points = [0, 3, 10, 21].map((x) => ({ x, y: 82 - 0.1 * x }))
    expect(weeklyChange(points)).toBeCloseTo(-0.7)
  })

  test('is zero for values around a constant', () => {
    expect(weeklyChange([80, 81, 81, 80].map((y, index) => ({ x: 3 * index, y })))).toBeCloseTo(0)
  })

  test.each([
    ['no values', []],
    ['one value', [{ x: 5, y: 80 }]],
    [
      'values of less than a week',
      [
        { x: 0, y: 80 },
        { x: 6.9, y: 79 },
      ],
    ],
  ])('is unknown from %s', (_, points) => {
    expect(weeklyChange(points)).toBeUndefined()
  })
})
