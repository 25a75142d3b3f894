import { expect, test } from 'bun:test'
import { doubtOf, forecast } from '#training/lift-state/index.ts'
import { lifted, session } from './lifted.ts'

const { lift, lifter } = lifted([
  ...[0, 3, 7].map((day) => session(day, 85, [8, 8, 8])),
  ...[10, 14, 17].map((day) => session(day, 87.5, [8, 8, 8])),
])
const expected = forecast(lift, lifter, 20)

test.each([
  [8.5, 8, 85, 8],
  [887.5, 8, 87.5, 8],
])('%p × %p was probably meant as %p × %p', (load, reps, meantLoad, meantReps) => {
  const repair = doubtOf(lift, expected, { load, reps })?.repair
  expect(repair?.load).toBeCloseTo(meantLoad, 1)
  expect(repair?.reps).toBe(meantReps)
})

test.each([
  [87.5, 12],
  [85, 4],
])('%p × %p passes', (load, reps) => {
  expect(doubtOf(lift, expected, { load, reps })).toBeUndefined()
})

test('a set without a correction is doubted only if it is extreme', () => {
  expect(doubtOf(lift, expected, { load: 3000, reps: 8 })).toEqual({ oddity: 'load_high' })
  expect(doubtOf(lift, expected, { load: 11, reps: 8 })).toEqual({ oddity: 'load_low' })
  expect(doubtOf(lift, expected, { load: 20, reps: 8 })).toBeUndefined()
})

test('no set is doubted before three sessions', () => {
  const two = lifted([session(0, 85, [8]), session(3, 85, [8])])
  expect(doubtOf(two.lift, forecast(two.lift, two.lifter, 6), { load: 870, reps: 8 })).toBeUndefined()
})

test('more than 20 reps are doubted only when they are far more than ever before', () => {
  const many = lifted([0, 3, 7, 10].map((day) => session(day, 40, [16, 16, 16])))
  const next = forecast(many.lift, many.lifter, 13)
  // Not yet 2.5 times the most reps so far.
  expect(doubtOf(many.lift, next, { load: 40, reps: 35 })?.oddity).not.toBe('reps_high')
  expect(doubtOf(many.lift, next, { load: 40, reps: 160 })?.oddity).toBe('reps_high')
})
