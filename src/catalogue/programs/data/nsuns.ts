import { barbell, lb, liftSlot, trainingMax, weeksOf } from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

/** The reps of the top set decide how much the training max gains, every week. */
const byTopSet = [
  {
    set: 'top',
    steps: [
      { fromReps: 2, change: lb(5) },
      { fromReps: 4, change: lb(10) },
      { fromReps: 6, change: lb(15) },
    ],
  },
]

const heavy = '5@75 3@85 1+@95#top 3@90 3@85 3@80'

type Day = BuiltInProgram['days'][number]

const benchVolume: Day = {
  key: 'bench-volume',
  name: 'Bench, press',
  slots: [
    liftSlot('bench', '8@65 6@75 3x4@85 5@80 6@75 7@70 8+@65'),
    liftSlot('press', '6@50 5@60 3@70 5@70 7@70 4@70 6@70 8@70', 'press-second'),
  ],
}

const squat: Day = {
  key: 'squat',
  name: 'Squat, sumo deadlift',
  slots: [
    liftSlot('squat', `${heavy} 5@75 5@70 5+@65`),
    {
      ...liftSlot('deadlift', '5@50 5@60 3@70 5@70 7@70 4@70 6@70 8@70', 'sumo-deadlift'),
      exerciseId: 'sumo-deadlift',
    },
  ],
}

const press: Day = {
  key: 'press',
  name: 'Press, incline bench',
  slots: [
    liftSlot('press', `${heavy} 5@75 5@70 5+@65`),
    {
      ...liftSlot('bench', '6@40 5@50 3@60 5@60 7@60 4@60 6@60 8@60', 'incline-bench'),
      exerciseId: 'incline-barbell-bench-press',
    },
  ],
}

const deadlift: Day = {
  key: 'deadlift',
  name: 'Deadlift, front squat',
  slots: [
    liftSlot('deadlift', `${heavy} 3@75 3@70 3+@65`),
    {
      ...liftSlot('squat', '5@35 5@45 3@55 5@55 7@55 4@55 6@55 8@55', 'front-squat'),
      exerciseId: 'barbell-front-squat',
    },
  ],
}

const bench: Day = {
  key: 'bench',
  name: 'Bench, close-grip bench',
  slots: [
    liftSlot('bench', '5@75 3@85 1+@95#top 3@90 5@85 3@80 5@75 3@70 5+@65'),
    {
      ...liftSlot('bench', '6@40 5@50 3@60 5@60 7@60 4@60 6@60 8@60', 'close-grip-bench'),
      exerciseId: 'close-grip-bench-press',
    },
  ],
}

const topSetLifts = ['bench', 'squat', 'deadlift'] as const

/** Nine sets of a main lift and eight of a second one, with a new training max each week. */
export const nSunsPrograms: readonly BuiltInProgram[] = [
  {
    id: 'nsuns-4-day',
    revision: 1,
    name: 'nSuns 5/3/1 LP, 4 days',
    author: 'nSuns',
    sourceUrl: 'https://www.liftosaur.com/programs/nsuns',
    notes:
      'Four days of nine sets of a main lift, bench press twice, squat and deadlift once, each followed by eight sets of a second lift. The set at 95 percent decides next week’s training max; the press, only ever a second lift, gains 2.5 lb when you make all its sets. Add assistance work as recovery allows.',
    sessionsPerWeek: 4,
    lifts: [
      ...topSetLifts.map((key) => trainingMax(key, barbell[key], byTopSet)),
      trainingMax('press', barbell.press, [{ made: lb(2.5) }]),
    ],
    days: [benchVolume, squat, bench, deadlift],
    weeks: weeksOf(1, ['bench-volume', 'squat', 'bench', 'deadlift']),
  },
  {
    id: 'nsuns-5-day',
    revision: 1,
    name: 'nSuns 5/3/1 LP, 5 days',
    author: 'nSuns',
    sourceUrl: 'https://thefitness.wiki/routines/nsuns-lp/',
    notes:
      'High volume for lifters whose maxes still rise weekly: nine sets of a main lift and eight of a second one, five days a week. The set at 95 percent decides next week’s training max. Add assistance work as recovery allows.',
    sessionsPerWeek: 5,
    lifts: [
      trainingMax('bench', barbell.bench, byTopSet),
      trainingMax('squat', barbell.squat, byTopSet),
      trainingMax('press', barbell.press, byTopSet),
      trainingMax('deadlift', barbell.deadlift, byTopSet),
    ],
    days: [benchVolume, squat, press, deadlift, bench],
    weeks: weeksOf(1, ['bench-volume', 'squat', 'press', 'deadlift', 'bench']),
  },
]
