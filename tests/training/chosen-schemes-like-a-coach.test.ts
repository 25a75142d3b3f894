import { describe, expect, test } from 'bun:test'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { Prescription, ProgressionInput, TrainedSet } from '#training/progression/types.ts'
import { formatSets, type LoggedSet, press, progressionInput, setsAt, workout } from './history.ts'

function next(sets: readonly TrainedSet[], scheme: Scheme, more: Partial<ProgressionInput> = {}) {
  const progression = progressionOf(progressionInput(sets, scheme, more))
  if (progression.status !== 'prescription') throw new Error(progression.reasons.join())
  return progression
}
const plan = ({ rule, sets }: Prescription) => [rule, ...formatSets(sets)]
/** Sessions three days apart, the last one two days ago. */
const log = (
  ...sessions: readonly (readonly [weight: number, reps: readonly number[], more?: LoggedSet])[]
) =>
  sessions.flatMap(([weight, reps, more], index) =>
    workout(2 + 3 * (sessions.length - 1 - index), setsAt(weight, reps, more)),
  )
const linear = { scheme: 'linear', reps: 5, sets: 3 } as const
const double = { scheme: 'double', minReps: 8, maxReps: 12 } as const
const fives = [5, 5, 5]
const twelves = [12, 12, 12]

describe('rpe without logged effort', () => {
  const rpe = { scheme: 'rpe', reps: 5, rpe: 8, sets: 3 } as const
  test('treats completed reps as done at the target effort, so that the weight doesn’t spiral down', () => {
    let sets = log([100, fives])
    for (let week = 0; week < 6; week++) {
      const { sets: planned } = next(sets, rpe)
      const kg = (planned[0]?.weightGrams ?? 0) / 1000
      expect(kg).toBe(100)
      sets = [
        ...sets,
        ...log([kg, fives]).map((set) => ({ ...set, workoutId: `w${week}`, id: `${week}${set.id}` })),
      ]
    }
    expect(next(sets, rpe).reasons).toContain(
      'Log the RPE of your sets, and the weight will adapt to how strong you are that day.',
    )
  })
  test('treats missed reps as done to failure', () => {
    expect(plan(next(log([100, [3]]), { ...rpe, sets: 1 }))).toEqual(['rpe.chart', '87.5×5'])
  })
  test('ignores a light day, unless its effort was logged', () => {
    expect(plan(next(log([100, fives], [100, fives], [60, fives]), rpe))[1]).toBe('100×5')
    const easy = next(log([100, fives], [100, fives], [60, fives, { rpe: 6 }]), rpe)
    expect(easy.sets[0]?.weightGrams).toBeLessThan(80_000)
  })
})

describe('linear', () => {
  test.each([
    [
      'a light day doesn’t count',
      [
        [100, fives],
        [102.5, fives],
        [80, fives],
      ],
      ['linear.raised', '105×5'],
    ],
    [
      'alternating heavy and light days progress by the heavy ones',
      [
        [100, fives],
        [80, fives],
        [102.5, fives],
        [80, fives],
      ],
      ['linear.raised', '105×5'],
    ],
    [
      'a light day after a miss doesn’t count',
      [
        [100, [5, 5, 4]],
        [60, fives],
      ],
      ['linear.missed', '100×5'],
    ],
    [
      'two light days in a row count as the current level',
      [
        [100, fives],
        [80, fives],
        [82.5, fives],
      ],
      ['linear.raised', '85×5'],
    ],
    [
      'sets without a rep lower the weight immediately',
      [
        [200, fives],
        [202.5, [0, 0, 0]],
      ],
      ['linear.step_back', '182.5×5'],
    ],
  ] as const)('%s', (_, sessions, expected) => {
    expect(plan(next(log(...sessions), linear)).slice(0, 2)).toEqual([...expected])
  })
  test('says that a light day doesn’t count, and calls 3 × 0 “no reps”', () => {
    expect(next(log([100, fives], [60, fives]), linear).reasons[0]).toBe(
      'Last time (3 × 5 at 60 kg) was light and doesn’t count. You did 3 × 5 at 100 kg, so move up to 3 × 5 at 102.5 kg.',
    )
    expect(next(log([200, fives], [202.5, [0, 0, 0]]), linear).reasons[0]).toBe(
      'You got no reps at 202.5 kg: drop 10% to 3 × 5 at 182.5 kg.',
    )
  })
  test('states the actual percentage of a reduction, and lowers the reps if the next weight is far below', () => {
    const kettlebells = { loading: loadingFor({ equipment: 'kettlebell', unit: 'kg' }) }
    const missed = [5, 4, 4]
    const lowered = (kg: number) => next(log([kg, missed], [kg, missed], [kg, missed]), linear, kettlebells)
    expect(lowered(24).reasons[0]).toBe('You missed 3 times in a row at 24 kg: drop 17% to 3 × 5 at 20 kg.')
    expect(plan(lowered(12))).toEqual(['linear.lowered', '12×3', '12×3', '12×3'])
    expect(lowered(12).reasons[0]).toBe(
      'You missed 3 times in a row at 12 kg: the next lighter weight is too far below, so do fewer reps, 3 × 3 at 12 kg.',
    )
  })
  test('builds reps before a large jump in weight, and then makes the jump', () => {
    const sixes = next(log([8, fives]), linear)
    expect(plan(sixes)).toEqual(['linear.build_reps', '8×6', '8×6', '8×6'])
    expect(sixes.reasons[0]).toStartWith(
      'You did 3 × 5 at 8 kg, but 10 kg is 25% more, so build up to 14 reps',
    )
    expect(plan(next(log([8, [14, 14, 14]]), linear))[1]).toBe('10×5')
  })
  test('advises smaller steps or another scheme after a second reduction at the same weight', () => {
    const missed = [5, 5, 4]
    const stalledOnce = [
      [100, missed],
      [100, missed],
      [100, missed],
    ] as const
    const stalledTwice = [
      ...stalledOnce,
      ...[90, 92.5, 95, 97.5].map((kg) => [kg, fives] as const),
      ...stalledOnce,
    ] as const
    expect(next(log(...stalledOnce), linear).reasons.join()).not.toContain('second drop')
    expect(next(log(...stalledTwice), linear).reasons[1]).toContain('second drop at about this weight')
  })
})

describe('double', () => {
  test.each([
    ['9 reps at RPE 10 are repeated', [[60, [9, 9, 9], { rpe: 10 }]], ['double.hold', '60×9']],
    [
      '12 reps earn more weight even at RPE 10',
      [[60, twelves, { rpe: 10 }]],
      ['double.add_weight', '62.5×8'],
    ],
    [
      '8 reps at RPE 6 three times earn more weight',
      [
        [60, [8, 8, 8], { rpe: 6 }],
        [60, [8, 8, 8], { rpe: 6 }],
        [60, [8, 8, 8], { rpe: 6 }],
      ],
      ['double.add_weight', '62.5×8'],
    ],
    [
      'a light day changes nothing',
      [
        [100, [10, 10, 10]],
        [100, [10, 10, 10]],
        [60, [10, 10, 10]],
      ],
      ['double.add_reps', '100×11'],
    ],
    [
      '12 reps at 5 kg lead to more reps before the jump to 7.5 kg',
      [[5, twelves]],
      ['double.build_reps', '5×13'],
    ],
    ['20 reps at 5 kg lead to the jump to 7.5 kg', [[5, [20, 20, 20]]], ['double.add_weight', '7.5×8']],
  ] as const)('%s', (_, sessions, expected) => {
    expect(plan(next(log(...sessions), double)).slice(0, 2)).toEqual([...expected])
  })
  test('a typing error never becomes the plan', () => {
    const sets = [...log([85, [8, 8]], [85, [8, 8]], [86, [8, 8]]), ...workout(1, setsAt(870, [8]))]
    expect(plan(next(sets, double))[1]).toBe('86×9')
  })
  test('weights logged in steps of 2 kg go up in steps of 2 kg', () => {
    const twos = [10, 12, 14, 16, 18, 20].map((kg) => [kg, twelves] as const)
    expect(plan(next(log(...twos), double))[1]).toBe('22×8')
  })
  test('the deload of a very light weight lowers the reps instead of the weight', () => {
    const stuck = [9, 6, 3].flatMap((daysAgo) => workout(daysAgo, setsAt(5, [7, 7, 7])))
    const { deload } = next(stuck, double)
    expect(deload?.percent).toBe(0)
    expect(formatSets(deload?.sets ?? [])).toEqual(['5×4', '5×4', '5×4'])
  })
})

describe('after a break, every scheme starts lighter, to match the strength lost', () => {
  const trained = (daysAgo: number) =>
    [21, 18, 15, 12, 9, 6, 3, 0].flatMap((back) => workout(daysAgo + back, setsAt(100, fives)))
  test.each([
    [linear],
    [{ scheme: 'double', minReps: 5, maxReps: 8 }],
    [{ scheme: 'sum', totalReps: 15 }],
    [{ scheme: 'rpe', reps: 5, rpe: 9 }],
    [{ scheme: 'two_for_two', reps: 5 }],
    [{ scheme: 'gzclp' }],
    [{ scheme: 'apre' }],
    [{ scheme: 'five_three_one' }],
  ] as const)('%j', (scheme) => {
    const { rule, sets, deload, reasons } = next(trained(247), scheme)
    expect(rule).toBe(`${scheme.scheme}.comeback`)
    expect(deload).toBeUndefined()
    for (const { weightGrams = 0, openEnded } of sets) {
      expect(weightGrams).toBeLessThan(100_000)
      expect(openEnded).toBeUndefined()
    }
    expect(reasons[0]).toStartWith('It has been 247 days since ')
  })
  test('after more than two weeks off, the weight doesn’t go up', () => {
    expect(plan(next(trained(17), linear))).toEqual(['linear.repeat', '100×5', '100×5', '100×5'])
    expect(plan(next(trained(5), linear))[1]).toBe('102.5×5')
  })
  test('training every three weeks doesn’t count as a break', () => {
    const everyThreeWeeks = [63, 42, 21].flatMap((daysAgo) => workout(daysAgo, setsAt(100, fives)))
    expect(plan(next(everyThreeWeeks, linear))[1]).toBe('102.5×5')
  })
})

test('the last warm-up before a set of one rep is at most 10% lighter, and heavier warm-ups have fewer reps', () => {
  const { warmUps } = next(
    log([210, [1]]),
    { ...linear, reps: 1, sets: 1 },
    { facts: { ...press, category: 'legs' } },
  )
  expect(formatSets(warmUps)).toEqual(['62.5×5', '107.5×5', '170×3', '192.5×1'])
})

describe('a weight that is far too heavy for many reps is lowered', () => {
  // By Epley’s formula, at two reps in reserve: 80 kg × (30 + 10) / (30 + 15 + 2) = 68 kg.
  test.each([
    [80, 10, 15, 67.5],
    [20, 8, 15, 15],
    [50, 12, 20, 40],
  ])('%d kg × %d with a minimum of %d reps: %d kg', (weight, reps, minReps, expected) => {
    const scheme = { scheme: 'double', minReps, maxReps: minReps + 5 } as const
    const { rule, sets, reasons } = next(log([weight, [reps, reps, reps - 1]]), scheme)
    expect(rule).toBe('double.start')
    expect(sets.map(({ weightGrams }) => weightGrams)).toEqual(
      [expected, expected, expected].map((kg) => kg * 1000),
    )
    expect(reasons[0]).toContain(`well short of ${minReps}–${minReps + 5} reps`)
  })

  test('in tier 3 of GZCLP too, but not for a few missed reps', () => {
    const tier3 = { scheme: 'gzclp', tier: 3 } as const
    expect(plan(next(log([80, [10, 10, 9]]), tier3))).toEqual([
      'gzclp.lighter',
      '67.5×15',
      '67.5×15',
      '67.5×15+',
    ])
    expect(plan(next(log([80, [15, 14, 12]]), tier3))[0]).toBe('gzclp.same')
  })
})

describe('a total of reps', () => {
  const sum = { scheme: 'sum', totalReps: 15, sets: 3 } as const
  test('builds reps before a large jump in weight, and then makes the jump', () => {
    const sixes = next(log([8, fives]), sum)
    expect(plan(sixes)).toEqual(['sum.build_reps', '8×6', '8×6', '8×6'])
    expect(sixes.reasons[0]).toContain('but 10 kg is 25% more, so build up to 14 reps a set first')
    expect(plan(next(log([8, [14, 14, 14]]), sum))).toEqual(['sum.add_weight', '10×5', '10×5', '10×5'])
  })
})
