import {
  barbell,
  kg,
  lb,
  liftSlot,
  trainingMax,
  wave,
  waveSlot,
  weeksOf,
  workingWeight,
} from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

const ramp = '5@50 5@62.5 5@75 5@87.5'

/** A bonus for each rep above the number of the wave: 10, 8, 5 or 3. */
function juggernautRules(step: number) {
  return (
    [
      ['w3', 10],
      ['w7', 8],
      ['w11', 5],
      ['w15', 3],
    ] as const
  ).map(([week, over]) => ({
    set: 'top',
    weeks: [week],
    bonus: { over, change: lb(step), max: 10 },
    takes: 'now' as const,
  }))
}

/** Adds 2.5% once the set with this key is made. */
function madcowLift(lift: keyof typeof barbell, set: string) {
  return workingWeight(lift, barbell[lift], [{ set, made: { kind: 'percent', percent: 2.5 } }], 82)
}

/** Programs for lifters who add weight weekly or once a cycle. */
export const intermediatePrograms: readonly BuiltInProgram[] = [
  {
    id: 'madcow-5x5',
    revision: 2,
    name: 'Madcow 5×5',
    author: 'Madcow',
    sourceUrl: 'https://stronglifts.com/madcow-5x5/',
    notes:
      'Ramped sets of five. Friday’s triple is 2.5 percent above Monday’s top set; if you make it, it becomes next Monday’s top set. Wednesday is light for the squat and heavy for press and deadlift.',
    sessionsPerWeek: 3,
    lifts: [
      ...(['squat', 'bench', 'row'] as const).map((lift) => madcowLift(lift, 'triple')),
      ...(['press', 'deadlift'] as const).map((lift) => madcowLift(lift, 'top')),
    ],
    days: [
      {
        key: 'monday',
        name: 'Monday',
        slots: ['squat', 'bench', 'row'].map((lift) => liftSlot(lift, `${ramp} 5@100`)),
      },
      {
        key: 'wednesday',
        name: 'Wednesday',
        slots: [
          liftSlot('squat', '5@50 5@62.5 2x5@75'),
          liftSlot('press', '5@62.5 5@75 5@87.5 5@100#top'),
          liftSlot('deadlift', '5@62.5 5@75 5@87.5 5@100#top'),
        ],
      },
      {
        key: 'friday',
        name: 'Friday',
        slots: ['squat', 'bench', 'row'].map((lift) => liftSlot(lift, `${ramp} 3@102.5#triple 8@75`)),
      },
    ],
    weeks: weeksOf(1, ['monday', 'wednesday', 'friday']),
  },
  {
    id: 'juggernaut',
    revision: 2,
    name: 'Juggernaut Method',
    author: 'Chad Wesley Smith',
    sourceUrl: 'https://www.jtsstrength.com/juggernaut-method/',
    notes:
      'Sixteen weeks in four waves of tens, eights, fives and threes. Each wave accumulates, intensifies, tests with as many reps as possible, and deloads; every rep above the wave’s number raises the training max. In a wave’s first two weeks, the last set may continue until two reps are left in reserve.',
    sessionsPerWeek: 4,
    cycles: 1,
    lifts: [
      trainingMax('squat', barbell.squat, juggernautRules(2.5)),
      trainingMax('bench', barbell.bench, juggernautRules(1.25)),
      trainingMax('deadlift', barbell.deadlift, juggernautRules(2.5)),
      trainingMax('press', barbell.press, juggernautRules(1.25)),
    ],
    waves: [
      wave('main', {
        w1: '5x10@60',
        w2: '5@55 5@62.5 3x10@67.5',
        w3: '5@50 3@60 1@70 10+@75#top',
        w4: '5@40 5@50 5@60',
        w5: '5x8@65',
        w6: '3@60 3@65 3x8@72.5',
        w7: '5@50 3@60 2@70 1@75 8+@80#top',
        w8: '5@40 5@50 5@60',
        w9: '6x5@70',
        w10: '2@65 1@70 4x5@77.5',
        w11: '5@50 3@60 2@70 1@75 1@80 5+@85#top',
        w12: '5@40 5@50 5@60',
        w13: '7x3@75',
        w14: '2@72.5 1@77.5 5x3@82.5',
        w15: '5@50 3@60 2@70 1@75 1@80 1@85 3+@90#top',
        w16: '5@40 5@50 5@60',
      }),
    ],
    days: ['squat', 'bench', 'deadlift', 'press'].map((lift) => ({
      key: lift,
      slots: [waveSlot(lift, 'main')],
    })),
    weeks: weeksOf(16, ['squat', 'bench', 'deadlift', 'press']).map((week, index) =>
      index % 4 === 3 ? { ...week, deload: true } : week,
    ),
  },
  {
    id: 'tactical-barbell-operator',
    revision: 1,
    name: 'Tactical Barbell, Operator',
    author: 'K. Black',
    sourceUrl: 'https://www.tacticalbarbell.com/',
    notes:
      'Three days a week alongside running or a physical job: squat, bench and a pull for three sets each, with six weeks of percentages, then six heavier ones.',
    sessionsPerWeek: 3,
    lifts: [
      trainingMax('squat', barbell.squat, [
        { weeks: ['w6'], days: ['day-3'], made: kg(5), takes: 'next_cycle' },
      ]),
      trainingMax('bench', barbell.bench, [
        { weeks: ['w6'], days: ['day-3'], made: kg(2.5), takes: 'next_cycle' },
      ]),
      trainingMax('row', barbell.row, [
        { weeks: ['w6'], days: ['day-3'], made: kg(2.5), takes: 'next_cycle' },
      ]),
    ],
    waves: [
      wave('operator', {
        w1: '3x5@70',
        w2: '3x5@80',
        w3: '3x3@90',
        w4: '3x5@75',
        w5: '3x3@85',
        w6: '3x2@95',
      }),
    ],
    days: ['day-1', 'day-2', 'day-3'].map((key) => ({
      key,
      slots: ['squat', 'bench', 'row'].map((lift) => waveSlot(lift, 'operator')),
    })),
    weeks: weeksOf(6, ['day-1', 'day-2', 'day-3']),
  },
]
