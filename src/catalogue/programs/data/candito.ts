import { barbell, rangeSlot, trainingMax, wave, waveSlot } from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

const hardWeeks = ['w1', 'w2', 'w3', 'w4']

/**
 * The reps of one set at 97.5% determine the next max: that weight times 1, 1.04, 1.07 or 1.09. A set missed before
 * the test lowers the max by 5% immediately.
 */
const byTest = [
  {
    set: 'test',
    weeks: ['w5'],
    steps: [
      { fromReps: 1, change: { kind: 'percent' as const, percent: -2.5 } },
      { fromReps: 2, change: { kind: 'percent' as const, percent: 1.4 } },
      { fromReps: 3, change: { kind: 'percent' as const, percent: 4.325 } },
      { fromReps: 4, change: { kind: 'percent' as const, percent: 6.275 } },
    ],
    takes: 'next_cycle' as const,
  },
  { weeks: hardWeeks, missed: { kind: 'percent' as const, percent: -5 } },
]

const lowerDay = ['squat', 'deadlift']
const assistance = [
  { ...rangeSlot('barbell-row', 4, 6, 10), weeks: hardWeeks },
  { ...rangeSlot('barbell-overhead-press', 3, 8, 12), weeks: hardWeeks },
  { ...rangeSlot('barbell-curl', 3, 10, 15), weeks: hardWeeks },
]

/** Six-week cycles that each end in a test. */
export const candito6Week: BuiltInProgram = {
  id: 'candito-6-week',
  revision: 1,
  name: 'Candito 6 week strength',
  author: 'Jonnie Candito',
  sourceUrl: 'https://www.liftosaur.com/programs/candito-6-week-strength',
  notes:
    'Six weeks of alternating upper and lower days that build to a test of squat, bench press and deadlift: volume, as many reps as possible, heavy fives, heavy triples, one set at 97.5 percent, and an easy week. Your reps in the test set the next cycle’s maxes. In week two, five light triples with a minute’s rest follow the top set.',
  sessionsPerWeek: 4,
  lifts: [
    trainingMax('squat', barbell.squat, byTest, 100),
    trainingMax('bench', barbell.bench, byTest, 100),
    trainingMax('deadlift', barbell.deadlift, byTest, 100),
  ],
  waves: [
    wave('squat-1', {
      w1: '4x6@80',
      w2: '1-10+@80 5x3@80',
      w3: '3x4-6@85',
      w4: '3@87.5 3@90 3@92.5',
      w6: '3x5@60',
    }),
    wave('squat-2', {
      w1: '4x8@70',
      w2: '1-10+@82.5',
      w3: '3x4-6@85',
      w4: '2@90 2@92.5 2@95',
      w6: '3x5@60',
    }),
    wave('deadlift-1', { w1: '2x6@80', w2: '3x8@70', w3: '2x3-6@87.5', w4: '3@87.5 3@90', w6: '2x5@60' }),
    wave('deadlift-2', { w1: '2x8@70', w2: '3x8@72.5', w3: '2x3-6@87.5', w4: '2@90 2@92.5', w6: '2x5@60' }),
    wave('bench-1', {
      w1: '10@50 10@67.5 8@75 6@77.5',
      w2: '1-10+@80 5x3@80',
      w3: '3x4-6@85',
      w4: '3@86 3@88 3@90',
      w6: '3x5@60',
    }),
    wave('bench-2', {
      w1: '4x6@80',
      w2: '1-10+@82.5',
      w3: '3x4-6@85',
      w4: '2@88 2@90 2@92',
      w6: '3x5@60',
    }),
    wave('test', { w5: '1-4+@97.5#test' }),
    wave('light', { w5: '4@67.5 4@70 2@72.5' }),
  ],
  days: [
    ...[1, 2].flatMap((number) => [
      {
        key: `lower-${number}`,
        name: `Lower ${number}`,
        slots: lowerDay.map((lift) => waveSlot(lift, `${lift}-${number}`)),
      },
      {
        key: `upper-${number}`,
        name: `Upper ${number}`,
        slots: [waveSlot('bench', `bench-${number}`), ...assistance],
      },
    ]),
    {
      key: 'squat-test',
      name: 'Squat test',
      slots: [waveSlot('squat', 'test'), waveSlot('deadlift', 'light', 'deadlift-light')],
    },
    { key: 'bench-test', name: 'Bench test', slots: [waveSlot('bench', 'test')] },
    {
      key: 'deadlift-test',
      name: 'Deadlift test',
      slots: [waveSlot('deadlift', 'test'), waveSlot('squat', 'light', 'squat-light')],
    },
  ],
  weeks: [
    ...hardWeeks.map((key) => ({ key, days: ['lower-1', 'upper-1', 'lower-2', 'upper-2'] })),
    { key: 'w5', days: ['squat-test', 'bench-test', 'deadlift-test'] },
    { key: 'w6', deload: true, days: ['lower-1', 'upper-1', 'lower-2', 'upper-2'] },
  ],
}
