import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { userDays } from '#training/days.ts'
import { exerciseProgress, type ProgressOptions } from '#training/progress.ts'
import { lastRecordDay } from '#training/progress-status.ts'
import type { ExerciseFacts, PerformedSet, SetWork, Tracking } from '#training/types.ts'
import { exerciseIndex, performedSet, unserializable } from './arbitraries.ts'
import { even, now, press, workout } from './history.ts'
import vectors from './vectors/progress.json'

const millisecondsPerDay = 86_400_000
const days = userDays({ timeZone: 'UTC' })
const options = { days, bodyweightAt: () => undefined, asOf: 35 } satisfies ProgressOptions
const facts = (tracking: Tracking, more: Partial<ExerciseFacts> = {}): ExerciseFacts => ({
  id: 'lift',
  tracking,
  category: 'push',
  engagement: [],
  ...more,
})
const bench = facts('weight_reps')

const performed = (day: number, work: Partial<SetWork>, name = ''): PerformedSet => ({
  type: 'normal',
  ...work,
  id: `set-${day}${name}`,
  workoutId: `workout-${day}`,
  exerciseId: 'lift',
  performedAt: day * millisecondsPerDay + 61_200_000,
})
const weekly = (works: readonly Partial<SetWork>[]) => works.map((work, week) => performed(week * 7, work))

describe('the status of an exercise', () => {
  for (const { name, asOf, weights, expected } of vectors.cases) {
    test(name, () => {
      const sets = weights.map(([day = 0, kilograms = 0]) =>
        performed(day, { reps: 5, weightGrams: kilograms * 1000 }),
      )
      expect<string>(exerciseProgress(sets, bench, { ...options, asOf }).status).toBe(expected)
    })
  }

  test('reports missing data', () => {
    const progress = exerciseProgress([], bench, options)
    expect(progress).toMatchObject({ status: 'insufficient_data', points: [], metric: 'one_rep_max' })
    expect(progress.trend).toBeUndefined()
  })

  test('counts fourteen reps for more than twelve, though those give no one-rep max', () => {
    const sets = Array.from({ length: 12 }, (_, week) =>
      performed(week * 7, { reps: 10 + Math.floor(week / 2) * 2, weightGrams: 20_000 }),
    )
    const progress = exerciseProgress(sets, bench, { ...options, asOf: 80 })
    expect(progress).toMatchObject({ metric: 'level', status: 'improving' })
    // 20 kg × (1 + 20/30), and no more past twenty reps.
    expect(progress.points.at(-1)?.value).toBeCloseTo(20_000 * (1 + 20 / 30), 0)
  })

  test('is not that of workouts that were light on purpose', () => {
    const sets = [100, 102, 104, 106, 108, 80, 82].map((kilograms, week) =>
      performed(week * 7, { reps: 5, weightGrams: kilograms * 1000 }),
    )
    const lightWorkouts = new Set(['workout-35', 'workout-42'])
    const progress = exerciseProgress(sets, bench, { ...options, asOf: 45, lightWorkouts })
    expect(progress.points).toHaveLength(7)
    const without = exerciseProgress(sets.slice(0, 5), bench, { ...options, asOf: 45 })
    expect([progress.status, progress.trend]).toEqual([without.status, without.trend])
  })

  test('compares records with what was lifted before the range', () => {
    const weights = [100, 100, 100, 100, 100, 100, 100, 102, 102, 102]
    const sets = weekly(weights.map((kg) => ({ reps: 1, weightGrams: kg * 1000 })))
    const now = { ...options, asOf: options.asOf + 28 }
    expect(exerciseProgress(sets, bench, now).status).toBe('improving')
    const bestBefore = { one_rep_max: 120_000 }
    expect(exerciseProgress(sets, bench, { ...now, bestBefore }).status).toBe('plateau')
  })
})

test('a record strictly beats all before it; the first value is the baseline', () => {
  const values = (...list: number[]) => list.map((value, day) => ({ day, value }))
  expect(lastRecordDay(values(100))).toBeUndefined()
  expect(lastRecordDay(values(100, 100, 99))).toBeUndefined()
  expect(lastRecordDay(values(100, 101, 101, 100.5))).toBe(1)
  expect(lastRecordDay(values(100, 101), 100.5)).toBe(1)
  expect(lastRecordDay(values(100), 99)).toBe(0)
})

test('a point has the best of a workout and the sets that it came from', () => {
  const sets = [
    performed(0, { type: 'warmup', reps: 8, weightGrams: 60_000 }, 'a'),
    performed(0, { reps: 5, weightGrams: 100_000 }, 'b'),
    performed(0, { reps: 3, weightGrams: 105_000 }, 'c'),
    performed(0, { reps: 2, weightGrams: 105_000 }, 'd'),
    performed(0, { weightGrams: 105_000 }, 'e'),
  ]
  const [point] = exerciseProgress(sets, bench, options).points
  expect(point).toMatchObject({
    workoutId: 'workout-0',
    day: 0,
    topSet: { setId: 'set-0c', loadGrams: 105_000, reps: 3 },
    volumeGrams: 1_025_000,
    sets: 3,
    reps: 10,
    setIds: ['set-0b', 'set-0c', 'set-0d'],
    outlier: false,
  })
  expect(point?.oneRepMax).toMatchObject({
    setId: 'set-0b',
    confidence: 'high',
    method: { id: 'e1rm.epley' },
  })
  expect(point?.value).toBeCloseTo(116_666.67, 2)
})

test('the trend uses the requested formula, and the method names it', () => {
  const sets = weekly([100, 101, 102, 103, 104, 70].map((kg) => ({ reps: 1, weightGrams: kg * 1000 })))
  const progress = exerciseProgress(sets, bench, { ...options, formula: 'lombardi' })
  expect(progress.methods.map(({ id }) => id)).toEqual([
    'e1rm.lombardi',
    'volume.load',
    'trend.theil-sen',
    'outlier.hampel',
    'progress.status',
  ])
  expect(progress.trend?.slope).toBeCloseTo(142.857, 3)
  expect(progress.trend?.intercept).toBeCloseTo(100_000, 3)
  expect(progress.trend?.percentPerFourWeeks).toBeCloseTo((4 / 101.5) * 100, 4)
  expect(progress.points.map(({ outlier }) => outlier)).toEqual([false, false, false, false, false, true])
})

describe('the metric that tracks an exercise', () => {
  const metricOf = (lift: ExerciseFacts, works: readonly Partial<SetWork>[], bodyweight?: number) => {
    const progress = exerciseProgress(weekly(works), lift, { ...options, bodyweightAt: () => bodyweight })
    return [progress.metric, progress.points[0]?.value] as const
  }
  const pullUp = facts('bodyweight_reps', { bodyweightShare: 1 })

  test('a weighted lift: the one-rep max of one hand', () => {
    const dumbbells = facts('weight_reps', { perHand: true })
    expect(metricOf(dumbbells, [{ reps: 1, weightGrams: 30_000 }])).toEqual(['one_rep_max', 30_000])
  })
  test('a bodyweight lift: the one-rep max with the bodyweight in it', () => {
    expect(metricOf(pullUp, [{ reps: 1, weightGrams: 20_000 }], 80_000)).toEqual(['one_rep_max', 100_000])
  })
  test('a bodyweight lift of unknown load, or of many reps: the most reps', () => {
    expect(metricOf(pullUp, [{ reps: 8 }])).toEqual(['reps', 8])
    expect(metricOf(pullUp, [{ reps: 25 }, { reps: 30 }, { reps: 10 }], 80_000)).toEqual(['reps', 25])
  })
  test('reps, time and distance: the most of them', () => {
    expect(metricOf(facts('reps'), [{ reps: 40 }])).toEqual(['reps', 40])
    expect(metricOf(facts('duration'), [{ durationSeconds: 90 }])).toEqual(['duration', 90])
    const row = { distanceMillimeters: 2_000_000, durationSeconds: 480 }
    expect(metricOf(facts('distance_duration'), [row])).toEqual(['distance', 2_000_000])
    expect(metricOf(facts('distance_duration'), [{ durationSeconds: 480 }])).toEqual(['duration', 480])
  })
  test('a set with an unknown load still counts for sets and reps, and is reported', () => {
    const progress = exerciseProgress(weekly([{ reps: 8, side: 'both' }]), pullUp, options)
    expect(progress.unknownLoadSets).toBe(1)
    expect(progress.points[0]).toMatchObject({ sets: 1, reps: 16, volumeGrams: 0 })
  })
})

test('any sets give points in order, with no NaN, infinity or null, in any order of the input', () => {
  fc.assert(
    fc.property(exerciseIndex, fc.array(performedSet, { maxLength: 60 }), (exercises, drawn) => {
      const lift = exercises.get('a') ?? bench
      const times = new Map<string, number>()
      // All sets of a workout share its time, as they do in the database.
      const sets = drawn.map((set) => {
        const performedAt = times.get(set.workoutId) ?? set.performedAt
        times.set(set.workoutId, performedAt)
        return { ...set, exerciseId: 'a', performedAt, workoutBodyweightGrams: 80_000 }
      })
      const judge = (list: readonly PerformedSet[]) =>
        exerciseProgress(list, lift, { ...options, bodyweightAt: (set) => set.workoutBodyweightGrams })
      const progress = judge(sets)
      expect(unserializable(progress)).toBeUndefined()
      expect(progress.points.map(({ performedAt }) => performedAt)).toEqual(
        progress.points.map(({ performedAt }) => performedAt).toSorted((a, b) => a - b),
      )
      const reversed = judge(sets.toReversed())
      expect(reversed.status).toBe(progress.status)
      expect(reversed.points.map(({ value }) => value)).toEqual(progress.points.map(({ value }) => value))
    }),
  )
})

test('eight rising weeks and then flat ones are a plateau, dated to the week it began', () => {
  const weights = [100, 101, 102.2, 103, 104.1, 105, 106.2, 107, 108, 108.2, 107.8, 108.1, 107.9, 108.2]
  const sets = weights.flatMap((weight, week) => workout(7 * (weights.length - 1 - week), even(weight, [1])))
  const found = exerciseProgress(sets, press, { days, bodyweightAt: () => undefined, asOf: days.dayOf(now) })
  expect(found.status).toBe('plateau')
  expect(found.plateau).toEqual({ since: days.dayOf(now) - 7 * 5, kind: 'flattened' })
})
