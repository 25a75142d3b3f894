import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { dayMs } from '#training/day-ms.ts'
import { userDays } from '#training/days.ts'
import {
  exerciseProgress,
  type ProgressMetric,
  type ProgressOptions,
  progressMethods,
} from '#training/progress.ts'
import { lastRecordDay } from '#training/progress-status.ts'
import type { ExerciseFacts, PerformedSet, SetWork, Tracking } from '#training/types.ts'
import { exerciseIndex, performedSet, unserializable } from './arbitraries.ts'
import { now, press, setsAt, workout } from './history.ts'
import vectors from './vectors/progress.json'

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
  performedAt: day * dayMs + 61_200_000,
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

  test('counts more reps as progress even above 12, where they give no one-rep max', () => {
    const sets = Array.from({ length: 12 }, (_, week) =>
      performed(week * 7, { reps: 10 + Math.floor(week / 2) * 2, weightGrams: 20_000 }),
    )
    const progress = exerciseProgress(sets, bench, { ...options, asOf: 80 })
    expect(progress).toMatchObject({ metric: 'level', status: 'improving' })
    // 20 kg × (1 + 20/30): reps above twenty don't count.
    expect(progress.points.at(-1)?.value).toBeCloseTo(20_000 * (1 + 20 / 30), 0)
  })

  test('counts more reps of dips as progress, although losing bodyweight lowers the one-rep max', () => {
    const dip = facts('bodyweight_reps')
    const dips = (weightGrams?: number) =>
      Array.from({ length: 12 }, (_, week) => [
        performed(week * 7, { reps: 10 + Math.floor(week / 2), weightGrams }, 'a'),
        performed(week * 7, { reps: 9, weightGrams }, 'b'),
      ]).flat()
    const lighter = { ...options, asOf: 80, bodyweightAt: () => 78_000 }
    expect(exerciseProgress(dips(), dip, lighter)).toMatchObject({ metric: 'reps', status: 'improving' })
    expect(exerciseProgress(dips(5_000), dip, lighter)).toMatchObject({
      metric: 'level',
      status: 'improving',
    })
  })

  test('is insufficient_data if the last usual workout was over four weeks ago and only light ones followed', () => {
    const regular = Array.from({ length: 8 }, (_, week) =>
      performed(week * 7, { reps: 8, weightGrams: 110_000 }),
    )
    const lightSets = [20, 21, 22].map((week) => performed(week * 7, { reps: 8, weightGrams: 50_000 }))
    const lightWorkouts = new Set(lightSets.map(({ workoutId }) => workoutId))
    const asOf = 22 * 7
    const returning = exerciseProgress([...regular, ...lightSets], bench, { ...options, asOf, lightWorkouts })
    expect(returning).toMatchObject({ status: 'insufficient_data' })
    expect(returning.plateau).toBeUndefined()
    expect(exerciseProgress(regular, bench, { ...options, asOf, lightWorkouts }).status).toBe('plateau')
  })

  describe('of a lift that rises by 1% a week, with 1% of noise', () => {
    /** The share of sixty simulated logs with this status. Each log has two sessions of three sets a week. */
    function shareOf(status: string, { rise, flat }: { readonly rise: number; readonly flat: number }) {
      const logs = 60
      let matching = 0
      let state = 7
      const random = () => {
        state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
        return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
      }
      const noise = () => 0.0173 * (random() + random() + random() + random() - 2)
      for (let log = 0; log < logs; log++) {
        const sets = Array.from({ length: rise + flat }, (_, week) =>
          [0, 3].flatMap((weekday) => {
            const level = 1 + 0.01 * Math.min(week, rise)
            const weight = Math.round((96 * level) / 2.5) * 2.5
            const maxReps = Math.floor(30 * ((120 * level * Math.exp(noise())) / weight - 1))
            return [0, 1, 2].map((setIndex) =>
              performed(
                week * 7 + weekday,
                { reps: maxReps - Math.ceil(setIndex / 2), weightGrams: weight * 1000 },
                `${setIndex}`,
              ),
            )
          }),
        ).flat()
        const asOf = (rise + flat - 1) * 7 + 3
        if (exerciseProgress(sets, bench, { ...options, asOf }).status === status) matching++
      }
      return matching / logs
    }

    test('is improving while it rises', () => {
      expect(shareOf('improving', { rise: 12, flat: 0 })).toBeGreaterThan(0.95)
    })
    test('is no longer improving after 15 flat weeks, and a plateau if it never rose', () => {
      expect(shareOf('improving', { rise: 8, flat: 15 })).toBeLessThan(0.05)
      expect(shareOf('plateau', { rise: 0, flat: 12 })).toBeGreaterThan(0.95)
    })
  })

  test('ignores workouts that were light on purpose', () => {
    const sets = [100, 102, 104, 106, 108, 80, 82].map((kilograms, week) =>
      performed(week * 7, { reps: 5, weightGrams: kilograms * 1000 }),
    )
    const lightWorkouts = new Set(['workout-35', 'workout-42'])
    const progress = exerciseProgress(sets, bench, { ...options, asOf: 45, lightWorkouts })
    expect(progress.points).toHaveLength(7)
    const withoutLightWorkouts = exerciseProgress(sets.slice(0, 5), bench, { ...options, asOf: 45 })
    expect([progress.status, progress.trend]).toEqual([
      withoutLightWorkouts.status,
      withoutLightWorkouts.trend,
    ])
  })

  test('compares records with the best figures from before the range', () => {
    const weights = [100, 100, 100, 100, 100, 100, 100, 102, 102, 102]
    const sets = weekly(weights.map((kg) => ({ reps: 1, weightGrams: kg * 1000 })))
    const now = { ...options, asOf: options.asOf + 28 }
    expect(exerciseProgress(sets, bench, now).status).toBe('improving')
    const bestBefore = (metric: ProgressMetric) => (metric === 'one_rep_max' ? 120_000 : undefined)
    expect(exerciseProgress(sets, bench, { ...now, bestBefore }).status).toBe('plateau')
  })
})

test('a record strictly beats every earlier value; the first value is only a baseline', () => {
  const values = (...list: number[]) => list.map((value, day) => ({ day, value }))
  expect(lastRecordDay(values(100))).toBeUndefined()
  expect(lastRecordDay(values(100, 100, 99))).toBeUndefined()
  expect(lastRecordDay(values(100, 101, 101, 100.5))).toBe(1)
  expect(lastRecordDay(values(100, 101), 100.5)).toBe(1)
  expect(lastRecordDay(values(100), 99)).toBe(0)
})

test('a point has its workout’s best set, and the ids of the sets that it was computed from', () => {
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
  expect(progressMethods(progress.metric, 'lombardi').map(({ id }) => id)).toEqual([
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

  test('is the one-rep max of one hand for a weighted lift', () => {
    const dumbbells = facts('weight_reps', { perHand: true })
    expect(metricOf(dumbbells, [{ reps: 1, weightGrams: 30_000 }])).toEqual(['one_rep_max', 30_000])
  })
  test('is the one-rep max including bodyweight for a bodyweight lift', () => {
    expect(metricOf(pullUp, [{ reps: 1, weightGrams: 20_000 }], 80_000)).toEqual(['one_rep_max', 100_000])
  })
  test('is the number of reps for a bodyweight lift with an unknown load or with many reps', () => {
    expect(metricOf(pullUp, [{ reps: 8 }])).toEqual(['reps', 8])
    expect(metricOf(pullUp, [{ reps: 25 }, { reps: 30 }, { reps: 10 }], 80_000)).toEqual(['reps', 25])
  })
  test('is the reps, time or distance for lifts without a load', () => {
    expect(metricOf(facts('reps'), [{ reps: 40 }])).toEqual(['reps', 40])
    expect(metricOf(facts('duration'), [{ durationSeconds: 90 }])).toEqual(['duration', 90])
    const row = { distanceMillimeters: 2_000_000, durationSeconds: 480 }
    expect(metricOf(facts('distance_duration'), [row])).toEqual(['distance', 2_000_000])
    expect(metricOf(facts('distance_duration'), [{ durationSeconds: 480 }])).toEqual(['duration', 480])
  })
  test('leaves out a set of unknown load, which still counts for sets and reps and is reported', () => {
    const progress = exerciseProgress(weekly([{ reps: 8, side: 'both' }]), pullUp, options)
    expect(progress.unknownLoadSets).toBe(1)
    expect(progress.points[0]).toMatchObject({ sets: 1, reps: 16, volumeGrams: 0 })
  })
})

test('any sets, given in any order, lead to points in order of time, without NaN, infinity or null', () => {
  fc.assert(
    fc.property(exerciseIndex, fc.array(performedSet, { maxLength: 60 }), (exercises, arbitrarySets) => {
      const lift = exercises.get('a') ?? bench
      const times = new Map<string, number>()
      // All sets of a workout share its time, as they do in the database.
      const sets = arbitrarySets.map((set) => {
        const performedAt = times.get(set.workoutId) ?? set.performedAt
        times.set(set.workoutId, performedAt)
        return { ...set, exerciseId: 'a', performedAt, workoutBodyweightGrams: 80_000 }
      })
      const progressOf = (list: readonly PerformedSet[]) =>
        exerciseProgress(list, lift, { ...options, bodyweightAt: (set) => set.workoutBodyweightGrams })
      const progress = progressOf(sets)
      expect(unserializable(progress)).toBeUndefined()
      expect(progress.points.map(({ performedAt }) => performedAt)).toEqual(
        progress.points.map(({ performedAt }) => performedAt).toSorted((a, b) => a - b),
      )
      const reversed = progressOf(sets.toReversed())
      expect(reversed.status).toBe(progress.status)
      expect(reversed.points.map(({ value }) => value)).toEqual(progress.points.map(({ value }) => value))
    }),
  )
})

test('flat weeks after eight rising ones are a plateau that began in the first flat week', () => {
  const weights = [100, 101, 102.2, 103, 104.1, 105, 106.2, 107, 108, 108.2, 107.8, 108.1, 107.9, 108.2]
  const sets = weights.flatMap((weight, week) =>
    workout(7 * (weights.length - 1 - week), setsAt(weight, [1])),
  )
  const progress = exerciseProgress(sets, press, {
    days,
    bodyweightAt: () => undefined,
    asOf: days.dayOf(now),
  })
  expect(progress.status).toBe('plateau')
  expect(progress.plateau).toEqual({ since: days.dayOf(now) - 7 * 5, kind: 'flattened' })
})
