import {
  barbell,
  everySession,
  kg,
  lb,
  liftSlot,
  rangeSlot,
  sets,
  tenPercentLess,
  weeksOf,
  workingWeight,
} from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

/** The reps of the last set decide: `from` or more (10 or 11) double the increase; a miss lowers the base by 10%. */
function byLastSet(made: ReturnType<typeof lb>, doubled: ReturnType<typeof lb>, from: number) {
  return [
    {
      set: 'top',
      missed: tenPercentLess,
      steps: [
        { fromReps: 5, change: made },
        { fromReps: from, change: doubled },
      ],
    },
  ]
}

const gzclp = (tier: 1 | 2 | 3) => ({ scheme: 'gzclp', tier }) as const
const tiered = (key: string, exerciseId: string, tier: 1 | 2 | 3) => ({
  key: `${key}-t${tier}`,
  exerciseId,
  progression: gzclp(tier),
})

/** Programs for lifters who can add weight from one session to the next. */
export const novicePrograms: readonly BuiltInProgram[] = [
  {
    id: 'stronglifts-5x5',
    revision: 1,
    name: 'StrongLifts 5×5',
    author: 'Mehdi Hadim',
    sourceUrl: 'https://stronglifts.com/stronglifts-5x5/workout-program/',
    notes:
      'Two alternating full-body workouts, three days a week. Five sets of five; lifts you complete go up next time, and three misses in a row take off 10 percent.',
    sessionsPerWeek: 3,
    lifts: [
      workingWeight('squat', barbell.squat, everySession(kg(2.5))),
      workingWeight('bench', barbell.bench, everySession(kg(2.5))),
      workingWeight('row', barbell.row, everySession(kg(2.5))),
      workingWeight('press', barbell.press, everySession(kg(2.5))),
      workingWeight('deadlift', barbell.deadlift, everySession(kg(5))),
    ],
    days: [
      {
        key: 'a',
        name: 'A',
        slots: [liftSlot('squat', '5x5@100'), liftSlot('bench', '5x5@100'), liftSlot('row', '5x5@100')],
      },
      {
        key: 'b',
        name: 'B',
        slots: [liftSlot('squat', '5x5@100'), liftSlot('press', '5x5@100'), liftSlot('deadlift', '5@100')],
      },
    ],
    weeks: [{ key: 'ab', days: ['a', 'b'] }],
  },
  {
    id: 'starting-strength-1',
    revision: 1,
    name: 'Starting Strength, phase 1',
    author: 'Mark Rippetoe',
    sourceUrl: 'https://startingstrength.com/get-started/programs',
    notes:
      'A novice’s first weeks: squat and deadlift every session, alternating bench press and press. Three sets of five, one for the deadlift, heavier every time.',
    sessionsPerWeek: 3,
    lifts: [
      workingWeight('squat', barbell.squat, everySession(lb(5))),
      workingWeight('press', barbell.press, everySession(lb(5))),
      workingWeight('bench', barbell.bench, everySession(lb(5))),
      workingWeight('deadlift', barbell.deadlift, everySession(lb(10))),
    ],
    days: [
      {
        key: 'a',
        name: 'A',
        slots: [liftSlot('squat', '3x5@100'), liftSlot('press', '3x5@100'), liftSlot('deadlift', '5@100')],
      },
      {
        key: 'b',
        name: 'B',
        slots: [liftSlot('squat', '3x5@100'), liftSlot('bench', '3x5@100'), liftSlot('deadlift', '5@100')],
      },
    ],
    weeks: [{ key: 'ab', days: ['a', 'b'] }],
  },
  {
    id: 'starting-strength-2',
    revision: 1,
    name: 'Starting Strength, phase 2',
    author: 'Mark Rippetoe',
    sourceUrl: 'https://startingstrength.com/get-started/programs',
    notes:
      'For when you can’t recover from deadlifts every session: power cleans replace every other one. Squat every time, alternate press and bench press, and add five pounds each time.',
    sessionsPerWeek: 3,
    lifts: [
      workingWeight('squat', barbell.squat, everySession(lb(5))),
      workingWeight('press', barbell.press, everySession(lb(5))),
      workingWeight('bench', barbell.bench, everySession(lb(5))),
      workingWeight('deadlift', barbell.deadlift, everySession(lb(10))),
      workingWeight('power-clean', 'power-clean', everySession(lb(5)), 70),
    ],
    days: [
      {
        key: 'a',
        name: 'A',
        slots: [liftSlot('squat', '3x5@100'), liftSlot('press', '3x5@100'), liftSlot('deadlift', '5@100')],
      },
      {
        key: 'b',
        name: 'B',
        slots: [
          liftSlot('squat', '3x5@100'),
          liftSlot('bench', '3x5@100'),
          liftSlot('power-clean', '5x3@100'),
        ],
      },
    ],
    weeks: [{ key: 'ab', days: ['a', 'b'] }],
  },
  {
    id: 'r-fitness-basic-beginner',
    revision: 1,
    name: 'r/Fitness Basic Beginner Routine',
    author: 'r/Fitness',
    sourceUrl: 'https://thefitness.wiki/routines/r-fitness-basic-beginner-routine/',
    notes:
      'Three months for someone new to the barbell: three lifts a day, the last set of each for as many reps as possible. Eleven reps or more double the increase; fewer than five take off 10 percent.',
    sessionsPerWeek: 3,
    lifts: [
      workingWeight('row', barbell.row, byLastSet(lb(2.5), lb(5), 11)),
      workingWeight('bench', barbell.bench, byLastSet(lb(2.5), lb(5), 11)),
      workingWeight('squat', barbell.squat, byLastSet(lb(5), lb(10), 11)),
      workingWeight('chin-up', 'chin-up', byLastSet(lb(2.5), lb(5), 11)),
      workingWeight('press', barbell.press, byLastSet(lb(2.5), lb(5), 11)),
      workingWeight('deadlift', barbell.deadlift, byLastSet(lb(5), lb(10), 11)),
    ],
    days: [
      {
        key: 'a',
        name: 'A',
        slots: ['row', 'bench', 'squat'].map((lift) => liftSlot(lift, '2x5@100 5+@100#top')),
      },
      {
        key: 'b',
        name: 'B',
        slots: ['chin-up', 'press', 'deadlift'].map((lift) => liftSlot(lift, '2x5@100 5+@100#top')),
      },
    ],
    weeks: [{ key: 'ab', days: ['a', 'b'] }],
  },
  {
    id: 'greyskull-lp',
    revision: 1,
    name: 'Greyskull LP',
    author: 'John Sheaffer',
    sourceUrl: 'https://thefitness.wiki/routines/phraks-gslp/',
    notes:
      'Two sets of five and a third for as many reps as possible. Ten reps double the increase; a miss takes off 10 percent, so that you set rep records on the way back up.',
    sessionsPerWeek: 3,
    lifts: [
      workingWeight('press', barbell.press, byLastSet(lb(2.5), lb(5), 10)),
      workingWeight('chin-up', 'chin-up', byLastSet(lb(2.5), lb(5), 10)),
      workingWeight('squat', barbell.squat, byLastSet(lb(5), lb(10), 10)),
      workingWeight('bench', barbell.bench, byLastSet(lb(2.5), lb(5), 10)),
      workingWeight('row', barbell.row, byLastSet(lb(2.5), lb(5), 10)),
      workingWeight('deadlift', barbell.deadlift, byLastSet(lb(5), lb(10), 10)),
    ],
    days: [
      {
        key: 'a',
        name: 'A',
        slots: ['press', 'chin-up', 'squat'].map((lift) => liftSlot(lift, '2x5@100 5+@100#top')),
      },
      {
        key: 'b',
        name: 'B',
        slots: [
          liftSlot('bench', '2x5@100 5+@100#top'),
          liftSlot('row', '2x5@100 5+@100#top'),
          liftSlot('deadlift', '5+@100#top'),
        ],
      },
    ],
    weeks: [{ key: 'ab', days: ['a', 'b'] }],
  },
  {
    id: 'gzclp',
    revision: 1,
    name: 'GZCLP',
    author: 'Cody Lefever',
    sourceUrl: 'https://thefitness.wiki/routines/gzclp/',
    notes:
      'Each day has a heavy lift for few reps (tier 1), a lighter one for more (tier 2) and a pull for many (tier 3). Each tier goes up as long as you make it and changes its sets when you don’t; the tiers of a lift progress independently.',
    sessionsPerWeek: 3,
    days: [
      {
        key: 'a1',
        name: 'A1',
        slots: [
          tiered('squat', barbell.squat, 1),
          tiered('bench', barbell.bench, 2),
          tiered('lat-pulldown', 'lat-pulldown', 3),
        ],
      },
      {
        key: 'b1',
        name: 'B1',
        slots: [
          tiered('press', barbell.press, 1),
          tiered('deadlift', barbell.deadlift, 2),
          tiered('dumbbell-row', 'dumbbell-row', 3),
        ],
      },
      {
        key: 'a2',
        name: 'A2',
        slots: [
          tiered('bench', barbell.bench, 1),
          tiered('squat', barbell.squat, 2),
          tiered('lat-pulldown', 'lat-pulldown', 3),
        ],
      },
      {
        key: 'b2',
        name: 'B2',
        slots: [
          tiered('deadlift', barbell.deadlift, 1),
          tiered('press', barbell.press, 2),
          tiered('dumbbell-row', 'dumbbell-row', 3),
        ],
      },
    ],
    weeks: weeksOf(1, ['a1', 'b1', 'a2', 'b2']),
  },
  {
    id: 'dumbbells-at-home',
    revision: 1,
    name: 'Dumbbells at home',
    author: 'Replog',
    sourceUrl: 'https://thefitness.wiki/routines/dumbbell-stopgap/',
    notes:
      'Three full-body days with pairs of dumbbells and the floor. In every exercise, add reps within the range, then move up to the next pair.',
    sessionsPerWeek: 3,
    days: [
      {
        key: 'a',
        name: 'A',
        slots: [
          rangeSlot('goblet-squat', 3, 8, 15),
          rangeSlot('dumbbell-floor-press', 3, 8, 15),
          rangeSlot('dumbbell-row', 3, 8, 15),
          { key: 'plank', exerciseId: 'plank', sets: [{ count: 3, durationSeconds: 45 }] },
        ],
      },
      {
        key: 'b',
        name: 'B',
        slots: [
          rangeSlot('dumbbell-romanian-deadlift', 3, 8, 15),
          rangeSlot('dumbbell-shoulder-press', 3, 8, 15),
          rangeSlot('dumbbell-split-squat', 3, 8, 15),
          { key: 'push-up', exerciseId: 'push-up', sets: sets('3x8-20') },
        ],
      },
    ],
    weeks: [{ key: 'ab', days: ['a', 'b'] }],
  },
]
