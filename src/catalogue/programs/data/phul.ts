import { barbell, rangeSlot, weeksOf } from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

/** Upper and lower body, each trained once a week for strength and once for size. */
export const phul: BuiltInProgram = {
  id: 'phul',
  revision: 2,
  name: 'PHUL',
  author: 'Brandon Campbell',
  sourceUrl: 'https://www.muscleandstrength.com/workouts/phul-workout',
  notes:
    'Power hypertrophy upper lower: an upper and a lower day for strength, then one of each for size. In every lift, add reps within the range, then add weight.',
  sessionsPerWeek: 4,
  days: [
    {
      key: 'upper-power',
      name: 'Upper, power',
      slots: [
        rangeSlot(barbell.bench, 3, 3, 5),
        rangeSlot('incline-dumbbell-bench-press', 3, 6, 10),
        rangeSlot(barbell.row, 3, 3, 5),
        rangeSlot('lat-pulldown', 3, 6, 10),
        rangeSlot(barbell.press, 2, 5, 8),
        rangeSlot('barbell-curl', 2, 6, 10),
        rangeSlot('barbell-skull-crusher', 2, 6, 10),
      ],
    },
    {
      key: 'lower-power',
      name: 'Lower, power',
      slots: [
        rangeSlot(barbell.squat, 3, 3, 5),
        rangeSlot(barbell.deadlift, 3, 3, 5),
        rangeSlot('leg-press', 3, 10, 15),
        rangeSlot('lying-leg-curl', 3, 6, 10),
        rangeSlot('machine-standing-calf-raise', 4, 6, 10),
      ],
    },
    {
      key: 'upper-size',
      name: 'Upper, size',
      slots: [
        rangeSlot('incline-barbell-bench-press', 3, 8, 12),
        rangeSlot('dumbbell-fly', 3, 8, 12),
        rangeSlot('seated-cable-row', 3, 8, 12),
        rangeSlot('dumbbell-row', 3, 8, 12),
        rangeSlot('dumbbell-lateral-raise', 3, 8, 12),
        rangeSlot('incline-dumbbell-curl', 3, 8, 12),
        rangeSlot('triceps-pushdown', 3, 8, 12),
      ],
    },
    {
      key: 'lower-size',
      name: 'Lower, size',
      slots: [
        rangeSlot('barbell-front-squat', 3, 8, 12),
        rangeSlot('barbell-lunge', 3, 8, 12),
        rangeSlot('leg-extension', 3, 10, 15),
        rangeSlot('lying-leg-curl', 3, 10, 15),
        rangeSlot('seated-calf-raise', 3, 8, 12),
        rangeSlot('machine-calf-press', 3, 8, 12),
      ],
    },
  ],
  weeks: weeksOf(1, ['upper-power', 'lower-power', 'upper-size', 'lower-size']),
}
