import { expect, test } from 'bun:test'
import type { Program } from '#training/programs/index.ts'
import { Runner } from './running.ts'

type Lift = NonNullable<Program['lifts']>[number]
type Set = NonNullable<Program['days'][number]['slots'][number]['sets']>[number]
type Rule = NonNullable<Lift['rules']>[number]

const reps = (min: number) => ({ min, max: min })
const percent = (ofBase: number, repCount: number, more: Partial<Set> = {}): Set => ({
  reps: reps(repCount),
  load: { of: 'base', percent: ofBase },
  ...more,
})
const add = (value: number, unit: 'kg' | 'lb') => ({ kind: 'add', value, unit }) as const
const tenPercentLess = { kind: 'percent', percent: -10 } as const
const lift = (key: string, ...rules: Rule[]): Lift => ({
  key,
  exerciseId: `barbell-${key}`,
  base: 'training_max',
  rules,
})
const day = (key: string, sets: Readonly<Record<string, readonly Set[]>>) => ({
  key,
  slots: Object.entries(sets).map(([name, list]) => ({ key: name, lift: name, sets: list })),
})

const fiveThreeOneWeeks = [
  ['w1', [percent(65, 5), percent(75, 5), percent(85, 5, { key: 'top', openEnded: true })]],
  ['w2', [percent(70, 3), percent(80, 3), percent(90, 3, { key: 'top', openEnded: true })]],
  ['w3', [percent(75, 5), percent(85, 3), percent(95, 1, { key: 'top', openEnded: true })]],
  ['w4', [percent(40, 5), percent(50, 5), percent(60, 5)]],
] as const

/** 5/3/1 with `days` squat days a week. */
function fiveThreeOne(unit: 'kg' | 'lb', days = 1): Program {
  const names = Array.from({ length: days }, (_, index) => `d${index}`)
  return {
    name: '5/3/1',
    lifts: [
      lift('squat', {
        set: 'top',
        weeks: ['w3'],
        made: add(unit === 'kg' ? 5 : 10, unit),
        missed: tenPercentLess,
        takes: 'next_cycle',
      }),
    ],
    waves: [{ key: '531', weeks: fiveThreeOneWeeks.map(([week, sets]) => ({ week, sets })) }],
    days: names.map((key) => ({ key, slots: [{ key: 'squat', lift: 'squat', wave: '531' }] })),
    weeks: fiveThreeOneWeeks.map(([key]) => ({ key, days: names })),
  }
}

test('5/3/1 with a training max of 120 kg has the published weights, and adds 5 kg after a cycle', () => {
  const runner = new Runner(fiveThreeOne('kg'), { squat: 120 })
  const weeks = [
    [77.5, 90, 102.5],
    [85, 95, 107.5],
    [90, 102.5, 115],
    [47.5, 60, 72.5],
  ]
  for (const week of weeks) {
    expect(runner.weights('squat')).toEqual(week)
    runner.train()
  }
  expect(runner.base('squat')).toBe(125)
  expect(runner.state.next).toEqual({ cycle: 2, week: 'w1', day: 'd0' })
})

test('5/3/1 with a training max of 285 lb rounds to the nearest 5 lb', () => {
  const runner = new Runner(fiveThreeOne('lb'), { squat: 285 }, 'lb')
  for (const week of [
    [185, 215, 240],
    [200, 230, 255],
    [215, 240, 270],
  ]) {
    expect(runner.weights('squat')).toEqual(week)
    runner.train()
  }
})

test('a lift on two days a week raises its training max once a cycle, and one miss lowers it', () => {
  const succeeding = new Runner(fiveThreeOne('kg', 2), { squat: 120 })
  for (let step = 0; step < 8; step++) succeeding.train()
  expect(succeeding.base('squat')).toBe(125)
  const missing = new Runner(fiveThreeOne('kg', 2), { squat: 120 })
  for (let step = 0; step < 8; step++) {
    missing.train((_, { min, key }, { week, day: dayKey }) =>
      week === 'w3' && dayKey === 'd1' && key === 'top' ? 0 : min,
    )
  }
  expect(missing.base('squat')).toBe(108)
})

const nSuns: Program = {
  name: 'nSuns',
  lifts: [
    lift('squat', {
      set: 'top',
      steps: [
        { fromReps: 2, change: add(5, 'lb') },
        { fromReps: 4, change: add(10, 'lb') },
        { fromReps: 6, change: add(15, 'lb') },
      ],
    }),
  ],
  days: [
    day('squat', {
      squat: [
        percent(75, 5),
        percent(85, 3),
        percent(95, 1, { key: 'top', openEnded: true }),
        percent(90, 3),
        percent(85, 3),
        percent(80, 3),
        percent(75, 5),
        percent(70, 5),
        percent(65, 5, { openEnded: true }),
      ],
    }),
  ],
  weeks: [{ key: 'w1', days: ['squat'] }],
}

test('nSuns with a training max of 300 lb has the published weights', () => {
  expect(new Runner(nSuns, { squat: 300 }, 'lb').weights('squat')).toEqual([
    225, 255, 285, 270, 255, 240, 225, 210, 195,
  ])
})

test.each([
  [0, 300],
  [1, 300],
  [2, 305],
  [3, 305],
  [4, 310],
  [5, 310],
  [6, 315],
  [12, 315],
])(
  'nSuns: a top set with a rep count of %d changes a training max of 300 lb to %d lb',
  (topReps, expected) => {
    const runner = new Runner(nSuns, { squat: 300 }, 'lb')
    runner.train((_, { key, min }) => (key === 'top' ? topReps : min))
    expect(runner.base('squat')).toBe(expected)
  },
)

const strongLifts: Program = {
  name: '5 × 5',
  lifts: [
    lift('squat', { made: add(2.5, 'kg'), missed: tenPercentLess, afterMissed: 3 }),
    lift('deadlift', { made: add(5, 'kg'), missed: tenPercentLess, afterMissed: 3 }),
  ],
  days: [
    day('a', { squat: [percent(100, 5, { count: 5 })] }),
    day('b', { squat: [percent(100, 5, { count: 5 })], deadlift: [percent(100, 5)] }),
  ],
  weeks: [{ key: 'ab', days: ['a', 'b'] }],
}

test('StrongLifts: a success adds weight, and three misses in a row take 10% off', () => {
  const runner = new Runner(strongLifts, { squat: 100, deadlift: 140 })
  runner.train()
  expect(runner.base('squat')).toBe(102.5)
  runner.train()
  expect([runner.base('squat'), runner.base('deadlift')]).toEqual([105, 145])
  const missing = new Runner(strongLifts, { squat: 100, deadlift: 140 })
  for (const expected of [100, 100, 90]) {
    missing.train((slot, { min }) => (slot === 'squat' ? min - 1 : min))
    expect(missing.base('squat')).toBe(expected)
  }
})

test('days A and B alternate indefinitely', () => {
  const runner = new Runner(strongLifts, { squat: 100, deadlift: 140 })
  const trainedDays = Array.from({ length: 5 }, () => runner.train().plan.day)
  expect(trainedDays).toEqual(['a', 'b', 'a', 'b', 'a'])
})

test('a lift without a completed set keeps its base', () => {
  const runner = new Runner(strongLifts, { squat: 100, deadlift: 140 })
  runner.train()
  runner.train((slot, { min }) => (slot === 'deadlift' ? undefined : min))
  expect(runner.base('deadlift')).toBe(140)
})

test('the basic beginner routine adds 5 kg for 5 reps and 10 kg for 11, and takes 10% off for a miss', () => {
  const beginner: Program = {
    name: 'Basic Beginner',
    lifts: [
      lift('squat', {
        missed: tenPercentLess,
        steps: [
          { fromReps: 5, change: add(5, 'kg') },
          { fromReps: 11, change: add(10, 'kg') },
        ],
      }),
    ],
    days: [
      day('a', { squat: [percent(100, 5, { count: 2 }), percent(100, 5, { key: 'top', openEnded: true })] }),
    ],
    weeks: [{ key: 'w', days: ['a'] }],
  }
  for (const [topReps, expected] of [
    [5, 105],
    [10, 105],
    [11, 110],
    [4, 90],
  ] as const) {
    const runner = new Runner(beginner, { squat: 100 })
    runner.train((_, { key, min }) => (key === 'top' ? topReps : min))
    expect(runner.base('squat')).toBe(expected)
  }
})

test('Madcow: Friday’s triple is next Monday’s top set', () => {
  const ramp = [percent(50, 5), percent(62.5, 5), percent(75, 5), percent(87.5, 5)]
  const madcow: Program = {
    name: 'Madcow',
    lifts: [lift('squat', { set: 'triple', made: { kind: 'percent', percent: 2.5 } })],
    days: [
      day('mon', { squat: [...ramp, percent(100, 5)] }),
      day('fri', { squat: [...ramp, percent(102.5, 3, { key: 'triple' }), percent(75, 8)] }),
    ],
    weeks: [{ key: 'w', days: ['mon', 'fri'] }],
  }
  const runner = new Runner(madcow, { squat: 280 }, 'lb')
  expect(runner.weights('squat')).toEqual([140, 175, 210, 245, 280])
  runner.train()
  expect(runner.weights('squat').slice(-2)).toEqual([285, 210])
  runner.train()
  expect(runner.weights('squat').at(-1)).toBe(285)
})

test('Juggernaut: each rep over ten adds 2.5 lb', () => {
  const juggernaut: Program = {
    name: 'Juggernaut',
    lifts: [lift('squat', { set: 'top', bonus: { over: 10, change: add(2.5, 'lb') } })],
    days: [
      day('d', { squat: [percent(60, 10, { count: 4 }), percent(75, 10, { key: 'top', openEnded: true })] }),
    ],
    weeks: [{ key: 'w', days: ['d'] }],
  }
  const runner = new Runner(juggernaut, { squat: 400 }, 'lb')
  expect(runner.weights('squat')).toEqual([240, 240, 240, 240, 300])
  runner.train((_, { key, min }) => (key === 'top' ? 15 : min))
  expect(runner.base('squat')).toBe(412.5)
})

test('PHAT: speed work uses a percentage of the weight lifted on the power day', () => {
  const phat: Program = {
    name: 'PHAT',
    days: [
      {
        key: 'power',
        slots: [
          {
            key: 'row-power',
            exerciseId: 'barbell-row',
            sets: [{ reps: { min: 3, max: 5 }, load: { of: 'weight', weight: { value: 100, unit: 'kg' } } }],
          },
        ],
      },
      {
        key: 'speed',
        slots: [
          {
            key: 'row-speed',
            exerciseId: 'barbell-row',
            sets: [{ count: 6, reps: reps(3), load: { of: 'slot', slot: 'row-power', percent: 65 } }],
          },
        ],
      },
    ],
    weeks: [{ key: 'w', days: ['power', 'speed'] }],
  }
  const runner = new Runner(phat, {})
  runner.train()
  expect(runner.weights('row-speed')).toEqual(new Array(6).fill(65))
})
