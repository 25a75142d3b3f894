import { barbell, kg, lb, tenPercentLess, trainingMax, wave, waveSlot, weeksOf } from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

/** Only the last set of the third week changes the training max, and only from the next cycle on. */
function topOfWeek3(increase: ReturnType<typeof kg | typeof lb>) {
  return [{ set: 'top', weeks: ['w3'], made: increase, missed: tenPercentLess, takes: 'next_cycle' as const }]
}

const mainWeeks = {
  w1: '5@65 5@75 5+@85#top',
  w2: '3@70 3@80 3+@90#top',
  w3: '5@75 3@85 1+@95#top',
  w4: '5@40 5@50 5@60',
}

const liftOrder = ['press', 'deadlift', 'bench', 'squat'] as const

/** 5/3/1 with different assistance work. */
export const fiveThreeOne: readonly BuiltInProgram[] = [
  {
    id: '531-boring-but-big',
    revision: 1,
    name: '5/3/1 Boring But Big',
    author: 'Jim Wendler',
    sourceUrl: 'https://www.jimwendler.com/blogs/jimwendler-com/101077382-boring-but-big',
    notes:
      'Four days, one main lift each: three weeks that build to a top set for as many good reps as possible, then an easy week. Five sets of ten of the same lift follow. The training max goes up once a cycle.',
    sessionsPerWeek: 4,
    lifts: [
      trainingMax('press', barbell.press, topOfWeek3(kg(2.5))),
      trainingMax('deadlift', barbell.deadlift, topOfWeek3(kg(5))),
      trainingMax('bench', barbell.bench, topOfWeek3(kg(2.5))),
      trainingMax('squat', barbell.squat, topOfWeek3(kg(5))),
    ],
    waves: [
      wave('main', mainWeeks),
      wave('volume', { w1: '5x10@50', w2: '5x10@50', w3: '5x10@50', w4: '5x10@40' }),
    ],
    days: liftOrder.map((lift) => ({
      key: lift,
      slots: [waveSlot(lift, 'main'), waveSlot(lift, 'volume', `${lift}-volume`)],
    })),
    weeks: weeksOf(4, liftOrder).map((week) => (week.key === 'w4' ? { ...week, deload: true } : week)),
  },
  {
    id: '531-for-beginners',
    revision: 1,
    name: '5/3/1 for Beginners',
    author: 'Jim Wendler',
    sourceUrl: 'https://thefitness.wiki/routines/5-3-1-for-beginners/',
    notes:
      'Three full-body days with two main lifts each. The top set is followed by five sets of five at the weight of the first set. Add a push, a pull, and a leg or core exercise of your choice.',
    sessionsPerWeek: 3,
    lifts: [
      trainingMax('squat', barbell.squat, topOfWeek3(lb(10))),
      trainingMax('bench', barbell.bench, topOfWeek3(lb(5))),
      trainingMax('deadlift', barbell.deadlift, topOfWeek3(lb(10))),
      trainingMax('press', barbell.press, topOfWeek3(lb(5))),
    ],
    waves: [
      wave('main', {
        w1: `${mainWeeks.w1} 5x5@65`,
        w2: `${mainWeeks.w2} 5x5@70`,
        w3: `${mainWeeks.w3} 5x5@75`,
      }),
    ],
    days: [
      { key: 'day-1', slots: [waveSlot('squat', 'main'), waveSlot('bench', 'main')] },
      { key: 'day-2', slots: [waveSlot('deadlift', 'main'), waveSlot('press', 'main')] },
      { key: 'day-3', slots: [waveSlot('bench', 'main'), waveSlot('squat', 'main')] },
    ],
    weeks: weeksOf(3, ['day-1', 'day-2', 'day-3']),
  },
]
