import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { fatigueWindow, muscleFatigues } from '#training/fatigue/fatigue.ts'
import { recoveryBaseHours, recoveryHours } from '#training/fatigue/recovery.ts'
import { effortFactor } from '#training/fatigue/stimulus.ts'
import type { MuscleFatigue, SorenessReport } from '#training/fatigue/types.ts'
import { type ExerciseFacts, type Muscle, muscles, type PerformedSet, type SetWork } from '#training/types.ts'
import { exerciseIndex, performedSet, unserializable } from './arbitraries.ts'
import fatigueVectors from './vectors/fatigue.json'

interface Vectors {
  readonly recovery: readonly { muscle: Muscle; stimulus: number; expectedHours: number }[]
  readonly effort: readonly { set: SetWork; expected: number }[]
  readonly fatigue: readonly {
    muscle: Muscle
    workouts: readonly { startHours: number; sets: number; rir: number }[]
    hours: number
    expected: number
    state: string
  }[]
}
// A JSON import types the enum values of the contract as `string`.
const vectors = fatigueVectors as Vectors

const hour = 3_600_000

const lift = (...engagement: ExerciseFacts['engagement']): ExerciseFacts => ({
  id: 'lift',
  tracking: 'weight_reps',
  category: 'push',
  engagement,
})

const sets = (
  workoutId: string,
  performedAt: number,
  count: number,
  more: Partial<PerformedSet> = {},
): PerformedSet[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${workoutId}-${index}`,
    workoutId,
    exerciseId: 'lift',
    performedAt,
    type: 'normal',
    reps: 8,
    weightGrams: 50_000,
    rir: 2,
    ...more,
  }))

const fatigueOf = (fatigues: readonly MuscleFatigue[], muscle: Muscle): MuscleFatigue => {
  const fatigue = fatigues.find((each) => each.muscle === muscle)
  if (!fatigue) throw new Error(`no ${muscle}`)
  return fatigue
}

describe('fatigue and recovery match the vectors', () => {
  for (const { muscle, stimulus, expectedHours } of vectors.recovery) {
    test(`${muscle} needs ${expectedHours} h for a stimulus of ${stimulus}`, () => {
      expect(recoveryHours(muscle, stimulus)).toBeCloseTo(expectedHours, 1)
    })
  }
  for (const { set, expected } of vectors.effort) {
    test(`${JSON.stringify(set)} has an effort factor of ${expected}`, () =>
      expect(effortFactor(set)).toBeCloseTo(expected, 10))
  }
  for (const { muscle, workouts, hours, expected, state } of vectors.fatigue) {
    test(`${muscle} after ${JSON.stringify(workouts)} and ${hours} h`, () => {
      const exercises = new Map([['lift', lift({ muscle, percent: 80 })]])
      const log = workouts.flatMap(({ startHours, sets: count, rir }, index) =>
        sets(`w${index}`, startHours * hour, count, { rir }),
      )
      const now = fatigueOf(muscleFatigues(log, { exercises, at: hours * hour }), muscle)
      expect(now.fatigue).toBeCloseTo(expected, 2)
      expect<string>(now.state).toBe(state)
      expect(now.readiness).toBe(100 - now.fatigue)
    })
  }
})

describe('a workout for the biceps', () => {
  const exercises = new Map([
    [
      'lift',
      lift(
        { muscle: 'biceps', percent: 90 },
        { muscle: 'forearms', percent: 30 },
        { muscle: 'abs', percent: 10 },
      ),
    ],
  ])
  const log = sets('w', 0, 9)
  const at = (hours: number, soreness?: SorenessReport[]) =>
    muscleFatigues(log, { exercises, at: hours * hour, soreness })

  test('counts half for a secondary muscle, and not at all for a stabilizer', () => {
    const now = at(0)
    expect(fatigueOf(now, 'forearms').contributions[0]?.stimulus).toBe(4.5)
    expect(fatigueOf(now, 'abs').contributions).toEqual([])
    expect(fatigueOf(now, 'abs').lastTrainedAt).toBeUndefined()
  })

  test('reports its time, its sets, and when the muscle will be recovered', () => {
    const {
      contributions,
      lastTrainedAt,
      recoveredAt = 0,
      recoveredEarliest = 0,
      recoveredLatest = 0,
    } = fatigueOf(at(0), 'biceps')
    expect(lastTrainedAt).toBe(0)
    expect(contributions).toHaveLength(1)
    expect(contributions[0]).toMatchObject({
      kind: 'workout',
      workoutId: 'w',
      stimulus: 9,
      setIds: log.map(({ id }) => id),
    })
    expect(recoveredEarliest).toBeLessThan(recoveredAt)
    expect(recoveredLatest).toBeGreaterThan(recoveredAt)
    expect(fatigueOf(at(recoveredAt / hour), 'biceps').state).toBe('recovered')
    expect(fatigueOf(at((recoveredAt - 1) / hour), 'biceps').state).toBe('recovering')
  })

  test('has a forecast of fatigue for every 12 hours', () => {
    const { forecast } = fatigueOf(at(0), 'biceps')
    expect(forecast).toHaveLength(14)
    expect(forecast.slice(0, 2).map((step) => step.at)).toEqual([12 * hour, 24 * hour])
    for (const step of forecast)
      expect(step.fatigue).toBeCloseTo(fatigueOf(at(step.at / hour), 'biceps').fatigue, 9)
  })

  test('gives a range of readiness, for faster and slower recovery', () => {
    const { readiness, readinessLow, readinessHigh } = fatigueOf(at(24), 'biceps')
    expect(readinessLow).toBeLessThan(readiness)
    expect(readinessHigh).toBeGreaterThan(readiness)
  })

  test('leaves muscles that it does not work fully ready, however slowly someone recovers', () => {
    const { readiness, readinessLow, readinessHigh } = fatigueOf(at(24), 'calves')
    expect([readiness, readinessLow, readinessHigh]).toEqual([100, 100, 100])
  })

  test('causes no fatigue before it begins', () => {
    expect(fatigueOf(muscleFatigues(log, { exercises, at: -hour }), 'biceps')).toMatchObject({
      fatigue: 0,
      state: 'recovered',
    })
  })

  test('is overridden by a later soreness report, which decays over the base recovery time', () => {
    const report = { muscle: 'biceps', soreness: 8, reportedAt: 10 * hour } as const
    expect(fatigueOf(at(9, [report]), 'biceps').contributions[0]?.kind).toBe('workout')
    const now = fatigueOf(at(10, [report]), 'biceps')
    expect(now.fatigue).toBe(80)
    expect(now.contributions).toMatchObject([{ kind: 'soreness', recoveryHours: recoveryBaseHours.biceps }])
    expect(fatigueOf(at(34, [report]), 'biceps').fatigue).toBeCloseTo(40, 9)
    expect(
      fatigueOf(at(12, [report, { ...report, soreness: 0, reportedAt: 11 * hour }]), 'biceps').fatigue,
    ).toBe(0)
  })

  test('adds to an earlier soreness report', () => {
    const later = sets('v', 20 * hour, 6)
    const report = { muscle: 'biceps', soreness: 2, reportedAt: 10 * hour } as const
    const now = fatigueOf(
      muscleFatigues([...log, ...later], { exercises, at: 20 * hour, soreness: [report] }),
      'biceps',
    )
    expect(now.contributions.map(({ kind }) => kind)).toEqual(['soreness', 'workout'])
  })
})

test('mobility exercises fatigue no muscle', () => {
  const exercises = new Map([
    ['lift', { ...lift({ muscle: 'quads', percent: 80 }), category: 'mobility' as const }],
  ])
  expect(fatigueOf(muscleFatigues(sets('w', 0, 10), { exercises, at: 0 }), 'quads').fatigue).toBe(0)
})

test.each([
  ['30 km in 2 h 45 min', { distanceMillimeters: 30_000_000, durationSeconds: 9900 }, 60],
  ['half an hour', { durationSeconds: 1800 }, 15],
  ['12 km without a time, assumed to take an hour', { distanceMillimeters: 12_000_000 }, 28],
  ['200 km without a time, assumed to take three hours', { distanceMillimeters: 200_000_000 }, 63],
  ['half an hour to exhaustion', { durationSeconds: 1800, rpe: 10 }, 19],
  ['burpees counted by reps', { reps: 20 }, 0],
] as const)('cardio causes fatigue according to its duration: %s', (_, work, fatigue) => {
  const exercises = new Map([
    ['lift', { ...lift({ muscle: 'quads', percent: 80 }), category: 'cardio' as const }],
  ])
  const bouts = [
    { id: 'a', workoutId: 'w', exerciseId: 'lift', performedAt: 0, type: 'normal', ...work },
  ] as const
  expect(Math.round(fatigueOf(muscleFatigues(bouts, { exercises, at: 0 }), 'quads').fatigue)).toBe(fatigue)
})

describe('for any log', () => {
  const tenDays = fc
    .array(fc.tuple(performedSet, fc.integer({ min: 0, max: 10 })), { maxLength: 30 })
    .map((log) =>
      log.map(([set, days]) => ({ ...set, workoutId: `w${days}`, performedAt: days * 24 * hour })),
    )

  test('fatigue only falls over time, and stays within 0 and 100', () => {
    fc.assert(
      fc.property(exerciseIndex, tenDays, fc.nat(1000), fc.nat(1000), (exercises, log, start, hours) => {
        const asOf = (11 * 24 + start) * hour
        const earlier = muscleFatigues(log, { exercises, at: asOf })
        const later = muscleFatigues(log, { exercises, at: asOf + hours * hour })
        expect(unserializable(earlier)).toBeUndefined()
        earlier.forEach(({ fatigue, readinessLow, readiness, readinessHigh }, index) => {
          expect(fatigue).toBeGreaterThanOrEqual(later[index]?.fatigue ?? Number.NaN)
          expect(fatigue >= 0 && fatigue <= 100).toBe(true)
          expect(readinessLow <= readiness && readiness <= readinessHigh).toBe(true)
        })
      }),
    )
  })

  test('recoveredAt is the first millisecond at which the muscle is recovered', () => {
    fc.assert(
      fc.property(exerciseIndex, tenDays, (exercises, log) => {
        const now = muscleFatigues(log, { exercises, at: 10 * 24 * hour })
        for (const { muscle, recoveredAt } of now) {
          if (recoveredAt === undefined) continue
          const state = (time: number) =>
            fatigueOf(muscleFatigues(log, { exercises, at: time }), muscle).state
          expect(state(recoveredAt)).toBe('recovered')
          expect(state(recoveredAt - 1)).not.toBe('recovered')
        }
      }),
      { numRuns: 30 },
    )
  })

  test('without times of recovery, everything else is the same', () => {
    fc.assert(
      fc.property(exerciseIndex, tenDays, (exercises, log) => {
        const options = { exercises, at: 10 * 24 * hour }
        const withoutRecovery = ({
          recoveredAt: _at,
          recoveredEarliest: _earliest,
          recoveredLatest: _latest,
          ...rest
        }: MuscleFatigue) => rest
        expect<unknown>(muscleFatigues(log, { ...options, omitsRecovery: true })).toEqual(
          muscleFatigues(log, options).map(withoutRecovery),
        )
      }),
    )
  })

  test('sets older than the fatigue window change nothing, and every muscle is listed', () => {
    fc.assert(
      fc.property(exerciseIndex, tenDays, fc.nat(45 * 24), (exercises, log, hours) => {
        const at = hours * hour
        const fromAllSets = muscleFatigues(log, { exercises, at })
        const fromRecentSets = muscleFatigues(
          log.filter(({ performedAt }) => performedAt > at - fatigueWindow),
          { exercises, at },
        )
        expect(fromAllSets.map(({ muscle }) => muscle)).toEqual([...muscles])
        expect(fromRecentSets.map(({ fatigue }) => fatigue)).toEqual(
          fromAllSets.map(({ fatigue }) => fatigue),
        )
      }),
    )
  })
})
