import { barbell, everySession, kg, liftSlot, rangeSlot, workingWeight } from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

/** Each triceps exercise in a superset with lateral raises. */
const triceps = ['triceps-pushdown', 'overhead-triceps-extension'].flatMap((exerciseId, index) => [
  { ...rangeSlot(exerciseId, 3, 8, 12), supersetGroup: index + 1 },
  {
    ...rangeSlot('dumbbell-lateral-raise', 3, 15, 20, `lateral-raise-${index + 1}`),
    supersetGroup: index + 1,
  },
])

/** Six days: pull, push and legs, each twice. */
export const pushPullLegs: BuiltInProgram = {
  id: 'metallicadpa-ppl',
  revision: 2,
  name: 'Push, pull, legs with linear progression',
  author: 'Metallicadpa',
  sourceUrl: 'https://thefitness.wiki/routines/6-day-ppl-by-u-metallicadpa/',
  notes:
    'Six days: pull, push and legs, twice. The first lift of each day goes up after every session you complete; for the rest, add reps within a range, then weight.',
  sessionsPerWeek: 6,
  lifts: [
    workingWeight('deadlift', barbell.deadlift, everySession(kg(5))),
    workingWeight('bench', barbell.bench, everySession(kg(2.5))),
    workingWeight('squat', barbell.squat, everySession(kg(2.5))),
    workingWeight('row', barbell.row, everySession(kg(2.5))),
    workingWeight('press', barbell.press, everySession(kg(2.5))),
  ],
  days: [
    {
      key: 'pull-1',
      name: 'Pull, deadlift',
      slots: [
        liftSlot('deadlift', '5+@100'),
        rangeSlot('lat-pulldown', 3, 8, 12),
        rangeSlot('seated-cable-row', 3, 8, 12),
        rangeSlot('cable-face-pull', 5, 15, 20),
        rangeSlot('hammer-curl', 4, 8, 12),
        rangeSlot('dumbbell-curl', 4, 8, 12),
      ],
    },
    {
      key: 'push-1',
      name: 'Push, bench',
      slots: [
        liftSlot('bench', '4x5@100 5+@100'),
        rangeSlot(barbell.press, 3, 8, 12, 'press-volume'),
        rangeSlot('incline-dumbbell-bench-press', 3, 8, 12),
        ...triceps,
      ],
    },
    {
      key: 'legs',
      name: 'Legs',
      slots: [
        liftSlot('squat', '2x5@100 5+@100'),
        rangeSlot('barbell-romanian-deadlift', 3, 8, 12),
        rangeSlot('leg-press', 3, 8, 12),
        rangeSlot('lying-leg-curl', 3, 8, 12),
        rangeSlot('machine-standing-calf-raise', 5, 8, 12),
      ],
    },
    {
      key: 'pull-2',
      name: 'Pull, row',
      slots: [
        liftSlot('row', '4x5@100 5+@100'),
        rangeSlot('lat-pulldown', 3, 8, 12),
        rangeSlot('seated-cable-row', 3, 8, 12),
        rangeSlot('cable-face-pull', 5, 15, 20),
        rangeSlot('hammer-curl', 4, 8, 12),
        rangeSlot('dumbbell-curl', 4, 8, 12),
      ],
    },
    {
      key: 'push-2',
      name: 'Push, press',
      slots: [
        liftSlot('press', '4x5@100 5+@100'),
        rangeSlot(barbell.bench, 3, 8, 12, 'bench-volume'),
        rangeSlot('incline-dumbbell-bench-press', 3, 8, 12),
        ...triceps,
      ],
    },
  ],
  weeks: [{ key: 'w1', days: ['pull-1', 'push-1', 'legs', 'pull-2', 'push-2', 'legs'] }],
}
