import { barbell, liftSlot, sets, trainingMax, weeksOf } from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

const smolovDays = [
  ['day-1', '6x6@70'],
  ['day-2', '7x5@75'],
  ['day-3', '8x4@80'],
  ['day-4', '10x3@85'],
] as const

/** Pounds over the percentages, by week. */
const smolovSteps = [
  ['w1', 0],
  ['w2', 10],
  ['w3', 15],
] as const

/** Short programs that drive one lift, or prepare for a meet. */
export const peakingPrograms: readonly BuiltInProgram[] = [
  {
    id: 'smolov-jr',
    revision: 1,
    name: 'Smolov Jr.',
    author: 'Sergey Smolov',
    sourceUrl: 'https://www.smolovjr.com/smolov-jr-program/',
    notes:
      'Three weeks of one lift, four times a week, ten and then five pounds heavier each. For the bench press here; a week of rest, then test a new max.',
    sessionsPerWeek: 4,
    cycles: 1,
    lifts: [trainingMax('bench', barbell.bench, [], 100)],
    days: smolovDays.map(([key, written]) => ({
      key,
      slots: smolovSteps.map(([week, plus]) => ({
        key: `bench-${week}`,
        lift: 'bench',
        weeks: [week],
        sets: sets(written).map((set) =>
          plus > 0 && set.load?.of === 'base'
            ? { ...set, load: { ...set.load, plus: { value: plus, unit: 'lb' as const } } }
            : set,
        ),
      })),
    })),
    weeks: weeksOf(
      3,
      smolovDays.map(([key]) => key),
    ),
  },
  {
    id: 'sheiko-29-week-1',
    revision: 1,
    name: 'Sheiko #29, week 1',
    author: 'Boris Sheiko',
    sourceUrl: 'https://sheiko-program.ru/',
    notes:
      'A week of the preparatory month of a powerlifter: many sets of few reps at 70 to 80 percent of the competition max, bench and squat twice on one day.',
    sessionsPerWeek: 2,
    cycles: 1,
    lifts: [trainingMax('bench', barbell.bench, [], 100), trainingMax('squat', barbell.squat, [], 100)],
    days: [
      {
        key: 'day-1',
        slots: [
          liftSlot('bench', '5@50 2x4@60 2x3@70 5x3@75'),
          liftSlot('squat', '5@50 2x5@60 5x5@70'),
          liftSlot('bench', '5@50 5@60 4x4@70', 'bench-second'),
        ],
      },
      {
        key: 'day-3',
        slots: [liftSlot('bench', '5@50 5@60 4@70 2x3@75 2x2@80 2x3@75 4@70 6@60 8@50')],
      },
    ],
    weeks: weeksOf(1, ['day-1', 'day-3']),
  },
]
