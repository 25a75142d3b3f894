import { barbell, heavierBy, sets, trainingMax, wave, waveSlot, weeksOf } from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

const smolovDays = [
  ['day-1', '6x6@70'],
  ['day-2', '7x5@75'],
  ['day-3', '8x4@80'],
  ['day-4', '10x3@85'],
] as const

/** Pounds added to the percentages, by week. */
const smolovSteps = [
  ['w1', 0],
  ['w2', 10],
  ['w3', 15],
] as const

/** The easy session, every other one of the Russian squat routine. */
const easy = '6x2@80'
const threeDays = ['day-1', 'day-2', 'day-3']

/** Short programs that raise the max of one lift. */
export const peakingPrograms: readonly BuiltInProgram[] = [
  {
    id: 'smolov-jr',
    revision: 1,
    name: 'Smolov Jr.',
    author: 'Sergey Smolov',
    sourceUrl: 'https://www.smolovjr.com/smolov-jr-program/',
    notes:
      'Three weeks of one lift, here the bench press, four times a week: ten pounds heavier in the second week, five more in the third. Rest for a week, then test a new max.',
    sessionsPerWeek: 4,
    cycles: 1,
    lifts: [trainingMax('bench', barbell.bench, [], 100)],
    days: smolovDays.map(([key, notation]) => ({
      key,
      slots: smolovSteps.map(([week, plus]) => ({
        key: `bench-${week}`,
        lift: 'bench',
        weeks: [week],
        sets: plus > 0 ? heavierBy({ value: plus, unit: 'lb' }, sets(notation)) : sets(notation),
      })),
    })),
    weeks: weeksOf(
      3,
      smolovDays.map(([key]) => key),
    ),
  },
  {
    id: 'russian-squat',
    revision: 1,
    name: 'Russian squat routine',
    sourceUrl: 'https://studylib.net/doc/10154475/russian-power-lifting-program',
    notes:
      'Six weeks of one lift, three times a week: three weeks of more and more reps at 80 percent of your max, then fewer, heavier sets up to a new max at 105 percent. Every other session is easy. It works for other lifts too: just swap the exercise.',
    sessionsPerWeek: 3,
    cycles: 1,
    lifts: [
      trainingMax('squat', barbell.squat, [{ set: 'max', made: { kind: 'tested', percent: 100 } }], 100),
    ],
    waves: [
      wave('day-1', {
        w1: easy,
        w2: '6x4@80',
        w3: easy,
        w4: '5x5@85',
        w5: easy,
        w6: '2x2@100',
      }),
      wave('day-2', {
        w1: '6x3@80',
        w2: easy,
        w3: '6x6@80',
        w4: easy,
        w5: '3x3@95',
        w6: easy,
      }),
      wave('day-3', {
        w1: easy,
        w2: '6x5@80',
        w3: easy,
        w4: '4x4@90',
        w5: easy,
        w6: '1@105#max',
      }),
    ],
    days: threeDays.map((key) => ({ key, slots: [waveSlot('squat', key)] })),
    weeks: weeksOf(6, threeDays),
  },
]
