import { expect, test } from 'bun:test'
import { chanceOf, forecast } from '#training/lift-state/index.ts'
import { sessionLevel } from '#training/lift-state/level.ts'
import { missProbability } from '#training/lift-state/miss-distribution.ts'
import { lifted, session, steady } from './lifted.ts'

const climbing = [session(0, 100, [5, 5, 5]), session(3, 102.5, [5, 5, 5]), session(7, 102.5, [6, 6, 6])]

test('three sessions fold to the published state', () => {
  const { lift, lifter } = lifted(climbing)
  expect(lift.level).toBeCloseTo(4.8091, 4)
  expect(lift.error).toBeCloseTo(0.0314, 4)
  expect(lift.errorWeight).toBeCloseTo(1.8, 10)
  expect(lifter.error).toBeCloseTo(3.9523, 4)
  expect(lifter.errorWeight).toBeCloseTo(78.812, 10)
})

test.each([
  [10, 0, 123.6398, 116.1465, 130.2768, 'high'],
  [67, 0.1017, 111.6866, 99.5368, 122.9798, 'medium'],
  [190, 0.1299, 108.5763, 92.8341, 123.7744, 'low'],
] as const)('on day %d the interval widens as published', (day, absence, center, low, high, label) => {
  const { lift, lifter } = lifted(climbing)
  const expected = forecast(lift, lifter, day)
  expect(expected.absence).toBeCloseTo(absence, 4)
  expect(Math.exp(expected.center)).toBeCloseTo(center, 3)
  expect(Math.exp(expected.low)).toBeCloseTo(low, 3)
  expect(Math.exp(expected.high)).toBeCloseTo(high, 3)
  expect(expected.label).toBe(label)
})

test('the chance of reps at a load', () => {
  const { lift, lifter } = lifted(climbing)
  const expected = forecast(lift, lifter, 10)
  expect(chanceOf(expected, 102.5, 6)).toBeCloseTo(0.6817, 4)
  expect(chanceOf(expected, 105, 5)).toBeCloseTo(0.7301, 4)
})

test('the distribution of misses', () => {
  expect(missProbability(0)).toBeCloseTo(0.5234, 4)
  expect(missProbability(1)).toBeCloseTo(0.8287, 3)
  expect(missProbability(-8)).toBeCloseTo(0.0067, 4)
  let last = 0
  for (let z = -30; z <= 30; z += 0.01) {
    const probability = missProbability(z)
    expect(probability).toBeGreaterThanOrEqual(last)
    expect(probability).toBeLessThanOrEqual(1)
    last = probability
  }
})

test('reps in reserve count toward the level, four at most', () => {
  expect(sessionLevel([{ load: 100, reps: 5, rir: 2 }])).toBeCloseTo(4.8149, 4)
  expect(sessionLevel([{ load: 100, reps: 5, rir: 9 }])).toBe(sessionLevel([{ load: 100, reps: 9 }]))
  expect(sessionLevel([{ load: 100, reps: 1 }])).toBe(Math.log(100))
})

test('a bad day lowers the level, one marked as a deload less', () => {
  expect(lifted(steady).lift.level).toBeCloseTo(4.7637, 4)
  expect(lifted([...steady, session(24, 80, [5, 5, 5])]).lift.level).toBeCloseTo(4.6404, 4)
  expect(lifted([...steady, session(24, 80, [5, 5, 5], true)]).lift.level).toBeCloseTo(4.6983, 4)
})

test('two sessions give no label', () => {
  const { lift, lifter } = lifted(climbing.slice(0, 2))
  expect(forecast(lift, lifter, 6).label).toBeUndefined()
})
