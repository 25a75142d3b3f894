import { expect, test } from 'bun:test'
import { isImplausible } from '#training/lift-state/doubt.ts'
import { doubtOf, forecast } from '#training/lift-state/index.ts'
import { foldSessions, session } from './fold-sessions.ts'

const { lift, lifter } = foldSessions([
  ...[0, 3, 7].map((day) => session(day, 85, [8, 8, 8])),
  ...[10, 14, 17].map((day) => session(day, 87.5, [8, 8, 8])),
])
const expected = forecast(lift, lifter, 20)

test.each([
  [8.5, 8, 85, 8],
  [887.5, 8, 87.5, 8],
  // Weight and reps are swapped.
  [8, 85, 85, 8],
  // A tenth of 78 reps rounds to 8.
  [87.5, 78, 87.5, 8],
])('%p × %p was probably meant as %p × %p', (load, reps, meantLoad, meantReps) => {
  const repair = doubtOf(lift, expected, { load, reps }, () => 700)?.repair
  expect(repair?.load).toBeCloseTo(meantLoad, 1)
  expect(repair?.reps).toBe(meantReps)
})

test.each([
  [87.5, 12],
  [85, 4],
])('%p × %p isn’t doubted', (load, reps) => {
  expect(doubtOf(lift, expected, { load, reps }, () => 700)).toBeUndefined()
})

test('a set that no correction would explain is doubted only if it is extreme', () => {
  expect(doubtOf(lift, expected, { load: 3000, reps: 8 }, () => 700)).toEqual({ reason: 'load_high' })
  expect(doubtOf(lift, expected, { load: 11, reps: 8 }, () => 700)).toEqual({ reason: 'load_low' })
  expect(doubtOf(lift, expected, { load: 20, reps: 8 }, () => 700)).toBeUndefined()
})

test('until the lift has three sessions, sets that hardly anybody could have done are doubted', () => {
  const two = foldSessions([session(0, 85, [8]), session(3, 85, [8])])
  const doubt = (load: number) =>
    doubtOf(two.lift, forecast(two.lift, two.lifter, 6), { load, reps: 8 }, () => 700)
  expect([doubt(8.5), doubt(255)]).toEqual([undefined, undefined])
  // Far more than before, and 86% of the record.
  expect(doubt(600)).toEqual({ reason: 'load_high', repair: { kind: 'decimal', load: 60, reps: 8 } })
  expect(doubt(870)).toEqual({ reason: 'load_high', repair: { kind: 'decimal', load: 87, reps: 8 } })
  expect(doubt(5000)).toEqual({ reason: 'load_high' })
})

test('in the second session, ten times the weight of the first was probably a typing error', () => {
  const first = foldSessions([session(0, 39.5, [8])])
  const doubt = (load: number) =>
    doubtOf(first.lift, forecast(first.lift, first.lifter, 3), { load, reps: 8 }, () => 700)
  expect(doubt(395)).toEqual({ reason: 'load_high', repair: { kind: 'decimal', load: 39.5, reps: 8 } })
  expect(doubt(200)).toBeUndefined()
})

test('in the second session, ten times a weight of a lighter day was probably a typing error', () => {
  const first = foldSessions([session(0, 60, [5, 5])])
  const next = forecast(first.lift, first.lifter, 3)
  const doubt = (load: number, others: readonly number[], limit = 1300) =>
    doubtOf(
      first.lift,
      next,
      { load, reps: 10 },
      () => limit,
      () => others,
    )
  const meant = { reason: 'load_high', repair: { kind: 'decimal', load: 47.5, reps: 10 } } as const
  expect(doubt(475, [47.5, 47.5])).toEqual(meant)
  expect(doubt(475, [])).toBeUndefined()
  // Even if all sets have that error, few people lift this much in a barbell squat.
  expect(doubt(475, [], 570)).toEqual(meant)
  expect(doubt(250, [25])).toBeUndefined()
})

test('failed attempts change neither the largest nor the smallest load, nor what has been lifted', () => {
  const { lift } = foldSessions([session(0, 85, [8]), session(3, 500, [0]), session(6, 10, [0])])
  expect(lift).toMatchObject({ largestLoad: 85, smallestLoad: 85, loadsSeen: [85], stall: { bestLoad: 85 } })
})

test('in the second and third sessions, sets are compared with the values confirmed in the first', () => {
  const strong = foldSessions([session(0, 1400, [600])])
  const next = forecast(strong.lift, strong.lifter, 3)
  expect(doubtOf(strong.lift, next, { load: 1450, reps: 700 }, () => 1300)).toBeUndefined()
  expect(doubtOf(strong.lift, next, { load: 1450, reps: 1300 }, () => 1300)?.reason).toBe('reps_high')
  expect(doubtOf(strong.lift, next, { load: 1750, reps: 600 }, () => 1300)?.reason).toBe('load_high')
})

test('a load is implausible if it is far from those of three sessions or, before there are three, far above any record', () => {
  const days = [0, 3, 7].map((day) => session(day, 85, [8]))
  const implausible = (sessions: number, load: number) =>
    isImplausible(foldSessions(days.slice(0, sessions)).lift, { load, reps: 8 }, () => 700)
  expect([implausible(3, 850), implausible(3, 8), implausible(3, 100)]).toEqual([true, true, false])
  expect([implausible(2, 850), implausible(2, 600), implausible(2, 8)]).toEqual([true, false, false])
})

test('more than 20 reps are doubted only when they are far more than ever before', () => {
  const highRepLift = foldSessions([0, 3, 7, 10].map((day) => session(day, 40, [16, 16, 16])))
  const next = forecast(highRepLift.lift, highRepLift.lifter, 13)
  // 35 reps are less than 2.5 times the most reps so far.
  expect(doubtOf(highRepLift.lift, next, { load: 40, reps: 35 }, () => 700)?.reason).not.toBe('reps_high')
  expect(doubtOf(highRepLift.lift, next, { load: 40, reps: 160 }, () => 700)?.reason).toBe('reps_high')
})
