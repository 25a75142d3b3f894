import { barbell, rangeSlot, weeksOf } from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

/** Six sets of three, at 65% of the heaviest weight of the last power day. */
function speedSlot(exerciseId: string, powerSlot: string) {
  return {
    key: `${powerSlot}-speed`,
    exerciseId,
    sets: [
      { count: 6, reps: { min: 3, max: 3 }, load: { of: 'slot' as const, slot: powerSlot, percent: 65 } },
    ],
    restSeconds: 90,
  }
}

/** Each muscle is trained once a week for strength and once for size. */
export const phat: BuiltInProgram = {
  id: 'phat',
  revision: 2,
  name: 'PHAT',
  author: 'Layne Norton',
  sourceUrl:
    'https://www.simplyshredded.com/mega-feature-layne-norton-training-series-full-powerhypertrophy-routine-updated-2011.html',
  notes:
    'Power hypertrophy adaptive training: two heavy days, then three for size that start with fast sets at 65 percent of the week’s heavy weights.',
  sessionsPerWeek: 5,
  days: [
    {
      key: 'upper-power',
      name: 'Upper, power',
      slots: [
        rangeSlot(barbell.row, 3, 3, 5, 'row'),
        rangeSlot('weighted-pull-up', 2, 6, 10),
        rangeSlot('neutral-grip-pull-up', 2, 6, 10),
        rangeSlot('dumbbell-bench-press', 3, 3, 5, 'dumbbell-press'),
        rangeSlot('weighted-dip', 2, 6, 10),
        rangeSlot('dumbbell-shoulder-press', 3, 6, 10),
        rangeSlot('barbell-curl', 3, 6, 10),
        rangeSlot('barbell-skull-crusher', 3, 6, 10),
      ],
    },
    {
      key: 'lower-power',
      name: 'Lower, power',
      slots: [
        rangeSlot(barbell.squat, 3, 3, 5, 'squat'),
        rangeSlot('machine-hack-squat', 2, 6, 10),
        rangeSlot('leg-extension', 2, 6, 10),
        rangeSlot('barbell-romanian-deadlift', 3, 5, 8),
        rangeSlot('lying-leg-curl', 2, 6, 10),
        rangeSlot('machine-standing-calf-raise', 3, 6, 10),
        rangeSlot('seated-calf-raise', 2, 6, 10),
      ],
    },
    {
      key: 'back-and-shoulders',
      name: 'Back and shoulders, size',
      slots: [
        speedSlot(barbell.row, 'row'),
        rangeSlot('pull-up', 3, 8, 12),
        rangeSlot('seated-cable-row', 3, 8, 12),
        rangeSlot('dumbbell-row', 2, 12, 15),
        rangeSlot('close-grip-lat-pulldown', 2, 15, 20),
        rangeSlot('dumbbell-shoulder-press', 3, 8, 12),
        rangeSlot('barbell-upright-row', 2, 12, 15),
        rangeSlot('dumbbell-lateral-raise', 3, 12, 20),
      ],
    },
    {
      key: 'legs',
      name: 'Legs, size',
      slots: [
        speedSlot(barbell.squat, 'squat'),
        rangeSlot('machine-hack-squat', 3, 8, 12),
        rangeSlot('leg-press', 2, 12, 15),
        rangeSlot('leg-extension', 3, 15, 20),
        rangeSlot('barbell-romanian-deadlift', 3, 8, 12),
        rangeSlot('lying-leg-curl', 2, 12, 15),
        rangeSlot('seated-leg-curl', 2, 15, 20),
        rangeSlot('donkey-calf-raise', 4, 10, 15),
        rangeSlot('seated-calf-raise', 3, 15, 20),
      ],
    },
    {
      key: 'chest-and-arms',
      name: 'Chest and arms, size',
      slots: [
        speedSlot('dumbbell-bench-press', 'dumbbell-press'),
        rangeSlot('incline-dumbbell-bench-press', 3, 8, 12),
        rangeSlot('machine-chest-press', 3, 12, 15),
        rangeSlot('incline-cable-fly', 2, 15, 20),
        rangeSlot('ez-bar-preacher-curl', 3, 8, 12),
        rangeSlot('concentration-curl', 2, 12, 15),
        rangeSlot('ez-bar-spider-curl', 2, 15, 20),
        rangeSlot('ez-bar-overhead-triceps-extension', 3, 8, 12),
        rangeSlot('triceps-pushdown', 2, 12, 15),
        rangeSlot('cable-triceps-kickback', 2, 15, 20),
      ],
    },
  ],
  weeks: weeksOf(1, ['upper-power', 'lower-power', 'back-and-shoulders', 'legs', 'chest-and-arms']),
}
