import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { isWorkingSet, repsDone, SetCount, sidesDone } from '#training/counting.ts'
import { setVolume, strengthLoad, volumeLoad } from '#training/load.ts'
import type { SetWork } from '#training/types.ts'
import { performedSet } from './arbitraries.ts'

const set = (work: Partial<SetWork>): SetWork => ({ type: 'normal', ...work })

describe('a set counts if it has reps, time or distance, unless it is a warm-up', () => {
  test.each([
    ['reps', set({ reps: 1 }), true],
    ['no reps', set({ reps: 0 }), false],
    ['nothing', set({ weightGrams: 100_000 }), false],
    ['a duration', set({ durationSeconds: 1 }), true],
    ['a duration of 0', set({ durationSeconds: 0 }), false],
    ['a distance', set({ distanceMillimeters: 1 }), true],
    ['a warm-up', set({ type: 'warmup', reps: 8 }), false],
    ['a drop set', set({ type: 'drop', reps: 8 }), true],
    ['a set to failure', set({ type: 'failure', reps: 8 }), true],
  ])('%s', (_, work, expected) => {
    expect(isWorkingSet(work)).toBe(expected)
  })
})

const twoSided = {}
const oneSided = { unilateral: true }

test.each([
  ['a set without a side of a two-sided lift', 'one side', {}, twoSided, 1],
  ['a set without a side of a one-sided lift', 'two sides', {}, oneSided, 2],
  ['a left set of a two-sided lift', 'one side', { side: 'left' }, twoSided, 1],
  ['a left set of a one-sided lift', 'one side', { side: 'left' }, oneSided, 1],
  ['a right set of a one-sided lift', 'one side', { side: 'right' }, oneSided, 1],
  ['a set of both sides of a two-sided lift', 'two sides', { side: 'both' }, twoSided, 2],
  ['a set of both sides of a one-sided lift', 'two sides', { side: 'both' }, oneSided, 2],
] as const)('%s is done by %s, and its reps count for each', (_set, _by, work, facts, sides) => {
  expect(sidesDone(work, facts)).toBe(sides)
  expect(repsDone({ ...work, reps: 8 }, facts)).toBe(8 * sides)
})

type Sided = readonly [workoutId: string, side: SetWork['side']]

test.each<[string, readonly Sided[], number]>([
  ['nothing', [], 0],
  [
    'sets without a side',
    [
      ['a', undefined],
      ['a', undefined],
    ],
    2,
  ],
  [
    'sets of both sides',
    [
      ['a', 'both'],
      ['b', 'both'],
    ],
    2,
  ],
  [
    'one set for each side',
    [
      ['a', 'left'],
      ['a', 'right'],
    ],
    1,
  ],
  [
    'more sets on the left',
    [
      ['a', 'left'],
      ['a', 'left'],
      ['a', 'right'],
    ],
    2,
  ],
  [
    'sets of one side only',
    [
      ['a', 'right'],
      ['a', 'right'],
    ],
    2,
  ],
  [
    'sides in different workouts',
    [
      ['a', 'left'],
      ['b', 'right'],
    ],
    2,
  ],
  [
    'sets of one side and of both',
    [
      ['a', 'left'],
      ['a', 'right'],
      ['a', 'both'],
      ['a', undefined],
    ],
    3,
  ],
])('a left and a right set of a workout count as one: %s', (_, sets, expected) => {
  const count = new SetCount()
  for (const [workoutId, side] of sets) count.add(workoutId, { side })
  expect(count.total).toBe(expected)
})

describe('the load of a set', () => {
  const barbell = { tracking: 'weight_reps' } as const
  const dumbbells = { tracking: 'weight_reps', perHand: true } as const
  const pullUp = { tracking: 'bodyweight_reps', bodyweightShare: 1 } as const
  const dips = { tracking: 'bodyweight_reps' } as const

  test('is the weight of a barbell', () => {
    expect(strengthLoad(set({ weightGrams: 100_000 }), barbell, undefined)).toBe(100_000)
  })
  test('of a per-hand lift counts twice for volume, once for strength', () => {
    expect(strengthLoad(set({ weightGrams: 30_000 }), dumbbells, undefined)).toBe(30_000)
    expect(volumeLoad(set({ weightGrams: 30_000 }), dumbbells, undefined)).toBe(60_000)
    expect(setVolume(set({ weightGrams: 30_000, reps: 10 }), dumbbells, undefined)).toBe(600_000)
  })
  test('of a split squat logged without a side counts for both', () => {
    const splitSquat = { ...barbell, unilateral: true }
    const work = set({ weightGrams: 120_000, reps: 3 })
    expect(setVolume(work, splitSquat, undefined)).toBe(720_000)
    expect(setVolume({ ...work, side: 'left' }, splitSquat, undefined)).toBe(360_000)
    expect(setVolume({ ...work, side: 'both' }, splitSquat, undefined)).toBe(720_000)
  })
  test('of a bodyweight lift is bodyweight × share + added − assistance', () => {
    const work = set({ weightGrams: 20_000, assistanceGrams: 5000 })
    expect(strengthLoad(work, pullUp, 80_000)).toBe(95_000)
    expect(strengthLoad(set({}), { ...pullUp, bodyweightShare: 0.64 }, 80_000)).toBe(51_200)
    expect(strengthLoad(set({}), dips, 80_000)).toBe(80_000)
  })
  test('is never below zero', () => {
    expect(strengthLoad(set({ assistanceGrams: 90_000 }), pullUp, 80_000)).toBe(0)
  })
  test('is unknown if the bodyweight or the weight is', () => {
    expect(strengthLoad(set({ weightGrams: 20_000 }), pullUp, undefined)).toBeUndefined()
    expect(strengthLoad(set({ reps: 5 }), barbell, undefined)).toBeUndefined()
    expect(strengthLoad(set({ weightGrams: 0 }), barbell, undefined)).toBe(0)
  })
  test('is zero for a lift measured without load', () => {
    expect(strengthLoad(set({ durationSeconds: 60 }), { tracking: 'duration' }, undefined)).toBe(0)
  })
})

test('volume is finite, never negative and a multiple of 1/1024 gram', () => {
  fc.assert(
    fc.property(performedSet, fc.boolean(), fc.double({ min: 0, max: 1 }), (work, perHand, share) => {
      const facts = { tracking: 'bodyweight_reps', perHand, bodyweightShare: share } as const
      const volume = setVolume(work, facts, 82_400)
      expect(Number.isSafeInteger((volume ?? Number.NaN) * 1024)).toBe(true)
      expect(volume).toBeGreaterThanOrEqual(0)
    }),
  )
})
