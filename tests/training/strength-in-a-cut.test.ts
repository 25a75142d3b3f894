import { describe, expect, test } from 'bun:test'
import { cutOn } from '#training/cut.ts'
import { userDays } from '#training/days.ts'
import { exerciseProgress } from '#training/progress.ts'
import { now, press, setsAt, workout } from './history.ts'

const days = userDays({ timeZone: 'UTC' })
const today = days.dayOf(now)

/** Weights measured every three days for seven weeks, which change by `percent` over four weeks. */
const bodyweights = (percent: number, fluctuation = 0) =>
  Array.from({ length: 18 }, (_, index) => ({
    day: today - 3 * (17 - index),
    value: 90_000 * (1 + ((percent / 100) * 3 * index) / 28) + (index % 2 ? fluctuation : -fluctuation),
  }))

/** Three sets of five, twice a week for `weeks` weeks, with a weight that changes by `percent` over four weeks. */
const liftLog = (percent: number, weeks = 12) =>
  Array.from({ length: 2 * weeks }, (_, index) => {
    const daysAgo = 3.5 * (2 * weeks - index)
    return workout(daysAgo, setsAt(100 * (1 - (percent / 100) * ((daysAgo - 42) / 28)), [5, 5, 5]))
  }).flat()

const progressOf = (percent: number, cut: ReturnType<typeof cutOn>) =>
  exerciseProgress(liftLog(percent), press, { days, bodyweightAt: () => 90_000, asOf: today, cut })

describe('a cut is recognized from bodyweights and the goal', () => {
  test.each([
    ['a steady fall', bodyweights(-2), undefined, true],
    ['a fall among the usual ups and downs', bodyweights(-3, 300), undefined, true],
    ['a stable weight', bodyweights(0, 400), undefined, false],
    ['a fall of less than one percent', bodyweights(-0.6), undefined, false],
    ['a rise', bodyweights(2), undefined, false],
    ['a fall despite the goal of gaining weight', bodyweights(-2), 'gain', false],
    ['a fall despite the goal of maintaining weight', bodyweights(-2), 'maintain', false],
    ['too few weights', bodyweights(-3).slice(-3), undefined, false],
    ['no measurements, but the goal of losing weight', [], 'lose', true],
    ['a stable weight, but the goal of losing weight', bodyweights(0), 'lose', true],
  ] as const)('%s', (_, weights, goal, expected) => {
    expect(cutOn(today, weights, goal) !== undefined).toBe(expected)
  })

  test('measurements from long ago and from the future are ignored', () => {
    const old = bodyweights(-3).map((weight) => ({ ...weight, day: weight.day - 90 }))
    const future = bodyweights(-3).map((weight) => ({ ...weight, day: weight.day + 90 }))
    expect([cutOn(today, old, undefined), cutOn(today, future, undefined)]).toEqual([undefined, undefined])
  })
})

describe('the status of a lift in a cut', () => {
  const cut = cutOn(today, bodyweights(-3), undefined)

  test.each([
    [
      'no change',
      0,
      'holding',
      /^In four weeks your bodyweight fell by 3\.1% and this lift hardly changed: relative to your bodyweight you got stronger\.$/,
    ],
    ['a loss smaller than that of bodyweight', -2, 'holding', /relative to your bodyweight you got stronger/],
    ['a loss as large as that of bodyweight', -3, 'holding', /relative to your bodyweight you are holding/],
    [
      'a small relative loss',
      -4,
      'holding',
      /relative to your bodyweight that is a small loss, as is usual in a cut/,
    ],
    ['a loss that a cut doesn’t explain', -8, 'declining', /that is more than a cut explains/],
    ['a rise', 2, 'improving', /relative to your bodyweight you got stronger/],
  ] as const)('with %s, %i%% in four weeks, is %s', (_, percent, status, text) => {
    const progress = progressOf(percent, cut)
    expect([progress.status, progress.plateau]).toEqual([status, undefined])
    expect(progress.inCut?.text).toMatch(text)
  })

  test('a small loss counts as holding even if the bodyweight is unknown', () => {
    const cutWithoutWeights = cutOn(today, [], 'lose')
    expect([progressOf(-2, cutWithoutWeights).status, progressOf(-4, cutWithoutWeights).status]).toEqual([
      'holding',
      'declining',
    ])
  })

  test('without a cut, the same loss is a decline, and a flat lift is a plateau', () => {
    expect([progressOf(-2, undefined).status, progressOf(0, undefined).status]).toEqual([
      'declining',
      'plateau',
    ])
    expect(progressOf(-2, undefined).inCut).toBeUndefined()
  })

  test('a sudden drop is a decline even if the weeks after it are flat', () => {
    const sets = Array.from({ length: 24 }, (_, index) =>
      workout(3.5 * (24 - index), setsAt(index < 12 ? 180 : 150, [5, 5])),
    ).flat()
    const options = { days, bodyweightAt: () => 90_000, asOf: today, cut }
    expect(exerciseProgress(sets, press, options).status).toBe('declining')
  })
})

describe('the status of a lift whose weight stays the same', () => {
  const weekly = (reps: (week: number) => readonly number[]) =>
    Array.from({ length: 12 }, (_, week) => workout(7 * (12 - week), setsAt(10, reps(week)))).flat()
  const statusOf = (sets: ReturnType<typeof weekly>) =>
    exerciseProgress(sets, press, { days, bodyweightAt: () => undefined, asOf: today }).status

  test('is improving while the later sets catch up with the first', () => {
    expect(statusOf(weekly((week) => [12, Math.min(12, 8 + Math.floor(week / 2)), 8]))).toBe('improving')
  })

  test('is a plateau if no set gains reps', () => {
    expect(statusOf(weekly(() => [12, 10, 8]))).toBe('plateau')
    expect(statusOf(weekly((week) => [12, 10 + (week % 2), 8]))).toBe('plateau')
  })
})
