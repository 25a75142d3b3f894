import { describe, expect, test } from 'bun:test'
import { loadingFor } from '#training/plates/loading.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { Prescription, ProgressionInput } from '#training/progression/types.ts'
import { formatSets, type LoggedSet, press, progressionInput, setsAt, workout } from './history.ts'
import { doubleProgression, nextPrescription } from './next-prescription.ts'

const linear = { scheme: 'linear', reps: 5, sets: 3 } as const satisfies Scheme
const fives = setsAt(100, [5, 5, 5])

/** Eight sessions, `gap` days apart, the last one `daysAgo` days ago. */
const eightSessions = (daysAgo: number, sets: readonly LoggedSet[] = fives, gap = 3) =>
  [7, 6, 5, 4, 3, 2, 1, 0].flatMap((back) => workout(daysAgo + back * gap, sets))

const nextAfter = (
  daysAgo: number,
  scheme: Scheme,
  sets?: readonly LoggedSet[],
  overrides?: Partial<ProgressionInput>,
): Prescription => nextPrescription(progressionInput(eightSessions(daysAgo, sets), scheme, overrides))

const ranges = ({ sets }: Prescription) => sets.map(({ reps }) => `${reps?.min}–${reps?.max}`)

describe('after a break of two to four weeks, a scheme repeats the last session', () => {
  test.each([
    [14, 'linear.raised'],
    [15, 'linear.repeat'],
    [28, 'linear.repeat'],
    [29, 'linear.comeback'],
  ])('and not earlier or later: after %i days, the rule is %s', (daysAgo, rule) => {
    expect(nextAfter(daysAgo, linear).rule).toBe(rule)
  })

  test('if the break is more than 1.5 times the usual gap', () => {
    const everyTenDays = (daysAgo: number) =>
      nextPrescription(progressionInput(eightSessions(daysAgo, fives, 10), linear)).rule
    expect(everyTenDays(15)).toBe('linear.raised')
    expect(everyTenDays(16)).toBe('linear.repeat')
  })

  test('with the reps of each set, raised to the range', () => {
    const repeated = nextAfter(20, doubleProgression, setsAt(80, [10, 9, 8]))
    expect(formatSets(repeated.sets)).toEqual(['80×10', '80×9', '80×8'])
    expect(ranges(repeated)).toEqual(['10–12', '9–12', '8–12'])
    expect(formatSets(nextAfter(20, { ...doubleProgression, sets: 3 }, setsAt(80, [10, 9])).sets)).toEqual([
      '80×10',
      '80×9',
      '80×9',
    ])
    expect(formatSets(nextAfter(20, doubleProgression, setsAt(80, [12, 12, 12])).sets)).toEqual([
      '80×12',
      '80×12',
      '80×12',
    ])
  })

  test('with reps above the goal, instead of the raise that they would earn', () => {
    const { rule, sets } = nextAfter(20, { scheme: 'two_for_two', reps: 5 }, setsAt(100, [7, 7, 7]))
    expect(rule).toBe('two_for_two.repeat')
    expect(formatSets(sets)).toEqual(['100×7', '100×7', '100×7+'])
  })

  test('unless a miss makes the scheme lower the weight or try it again anyway', () => {
    const missed = setsAt(102.5, [5, 4, 3])
    const afterOneMiss = nextPrescription(
      progressionInput([...eightSessions(23), ...workout(20, missed)], linear),
    )
    expect([afterOneMiss.rule, formatSets(afterOneMiss.sets)[0]]).toEqual(['linear.missed', '102.5×5'])
    const threeMisses = [26, 23, 20].flatMap((daysAgo) => workout(daysAgo, missed))
    const lowered = nextPrescription(progressionInput([...eightSessions(30), ...threeMisses], linear))
    expect([lowered.rule, formatSets(lowered.sets)[0]]).toEqual(['linear.lowered', '92.5×5'])
  })

  test.each([
    [{ scheme: 'rpe', reps: 5, rpe: 9 }],
    [{ scheme: 'apre' }],
    [{ scheme: 'five_three_one' }],
  ] as const)('unless its sets differ in weight or effort determines the weight: %j', (scheme) => {
    expect(nextAfter(20, scheme).rule).toBe(nextAfter(10, scheme).rule)
  })

  test('but raises the weight if effort determines it and the last sets were easy', () => {
    const easy = setsAt(100, [5, 5, 5], { rpe: 6 })
    const scheme = { scheme: 'rpe', reps: 5, rpe: 9 } as const
    expect(nextAfter(20, scheme, easy).sets[0]?.weightGrams).toBeGreaterThan(100_000)
  })
})

test('a deload stays short of failure, if the scheme’s sets go to failure', () => {
  const signs = { progress: 'plateau', fatigue: 70 } as const
  const deloadAt = (kg: number) =>
    nextAfter(3, { scheme: 'apre' }, [...setsAt(kg * 0.75, [6]), ...setsAt(kg, [6, 6])], signs).deload
  const lighter = deloadAt(100)
  expect(lighter?.percent).toBe(10)
  // The next weight below 10 kg is too far below, so the deload has fewer reps instead.
  const fewerReps = deloadAt(10)
  expect(fewerReps?.percent).toBe(0)
  for (const { sets = [] } of [lighter ?? {}, fewerReps ?? {}])
    expect(sets.map(({ type, openEnded, note }) => [type, openEnded, note])).toEqual([
      ['warmup', undefined, undefined],
      ['warmup', undefined, undefined],
      ['normal', undefined, undefined],
      ['normal', undefined, undefined],
    ])
  expect(fewerReps?.sets.at(-1)?.rpe).toBeUndefined()
})

describe('after more than four weeks, a scheme starts', () => {
  test('lighter the longer the break was, up to a year', () => {
    const weights = [29, 60, 365, 1000].map((daysAgo) => nextAfter(daysAgo, linear).sets[0]?.weightGrams)
    expect(weights).toEqual([100_000, 92_500, 90_000, 90_000])
  })

  test('at the bottom of the range of double progression', () => {
    const comeback = nextAfter(100, doubleProgression, setsAt(80, [11, 10, 9]))
    expect(comeback.rule).toBe('double.comeback')
    expect(formatSets(comeback.sets)).toEqual(['77.5×8', '77.5×8', '77.5×8'])
    expect(ranges(comeback)).toEqual(['8–12', '8–12', '8–12'])
    const fewer = nextAfter(100, { scheme: 'double', minReps: 6, maxReps: 9 }, setsAt(80, [8, 8, 8]))
    expect(ranges(fewer)).toEqual(['6–9', '6–9', '6–9'])
    expect(ranges(nextAfter(100, { scheme: 'double' }, setsAt(80, [8, 8, 8])))).toEqual([
      '8–12',
      '8–12',
      '8–12',
    ])
  })

  test('based on the heaviest weight lifted, if the scheme would start with more', () => {
    const planned = { scheme: 'five_three_one', trainingMaxGrams: 200_000 } as const
    expect(formatSets(nextAfter(6, planned).sets)).toEqual(['130×5', '150×5', '170×5+'])
    // The sets keep their proportions, and none is open-ended.
    expect(formatSets(nextAfter(60, planned).sets)).toEqual(['70×5', '80×5', '92.5×5'])
  })

  test('with the scheme’s proportions, if its sets get heavier', () => {
    const ramp = [...setsAt(50, [10]), ...setsAt(75, [6]), ...setsAt(100, [8, 8])]
    expect(formatSets(nextAfter(60, { scheme: 'apre' }, ramp).sets)).toEqual([
      '47.5×10',
      '72.5×6',
      '97.5×6',
      '97.5×6',
    ])
  })

  test('short of failure, if its sets usually go to failure', () => {
    const { sets } = nextAfter(60, { scheme: 'apre' }, [...setsAt(75, [6]), ...setsAt(100, [8, 8])])
    expect(sets.slice(2).map(({ type, rpe, note }) => ({ type, rpe, note }))).toEqual([
      { type: 'normal', rpe: 9, note: undefined },
      { type: 'normal', rpe: 9, note: undefined },
    ])
  })

  test('with at least 60% of the last weight, however many reps are due', () => {
    const weightFor = (reps: number) =>
      nextAfter(60, { ...linear, reps }, setsAt(100, [1, 1, 1])).sets[0]?.weightGrams
    expect([5, 12, 15, 20].map(weightFor)).toEqual([77_500, 65_000, 60_000, 60_000])
  })

  test('with less added weight or with assistance, if it is a bodyweight lift', () => {
    const pullUp = {
      facts: { ...press, tracking: 'bodyweight_reps', bodyweightShare: 1, category: 'pull' },
      bodyweightAt: () => 80_000,
      loading: loadingFor({ unit: 'kg', assisted: true }),
    } as const
    const withAddedWeight = nextAfter(60, linear, setsAt(20, [5, 5, 5]), pullUp)
    expect(formatSets(withAddedWeight.sets)).toEqual(['12.5×5', '12.5×5', '12.5×5'])
    const atBodyweight = nextAfter(60, doubleProgression, [{ reps: 8 }, { reps: 8 }, { reps: 8 }], pullUp)
    expect(formatSets(atBodyweight.sets)).toEqual(['-7.5×8', '-7.5×8', '-7.5×8'])
    const withMoreReps = nextAfter(200, { ...linear, reps: 12 }, setsAt(20, [2, 2, 2]), pullUp)
    expect(formatSets(withMoreReps.sets)).toEqual(['-12.5×12', '-12.5×12', '-12.5×12'])
  })
})
