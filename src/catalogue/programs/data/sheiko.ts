import { barbell, liftSlot, sets, trainingMax } from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

type Day = BuiltInProgram['days'][number]
type Slot = Day['slots'][number]

/** Assistance work by feel: Sheiko prescribes sets and reps but no weight. */
function byFeel(exerciseId: string, notation: string): Slot {
  return { key: exerciseId, exerciseId, sets: sets(notation) }
}

/** A variation whose weight is a percentage of a competition lift's max. */
function variation(lift: string, exerciseId: string, notation: string): Slot {
  return { ...liftSlot(lift, notation, exerciseId), exerciseId }
}

const toTheKnees = (notation: string) => variation('deadlift', 'halting-deadlift', notation)
const offBlocks = (notation: string) => variation('deadlift', 'rack-pull', notation)
const frontSquat = (notation: string) => variation('squat', 'barbell-front-squat', notation)
const dumbbells = (notation: string) => byFeel('dumbbell-bench-press', notation)
const triceps = (notation: string) => byFeel('barbell-skull-crusher', notation)
const goodMornings = byFeel('barbell-good-morning', '5x5')
const lunges = byFeel('barbell-lunge', '5x5')
const legRaises = byFeel('hanging-leg-raise', '3x10')
const squat = (notation: string) => liftSlot('squat', notation)
const bench = (notation: string) => liftSlot('bench', notation)
const again = (lift: string, notation: string) => liftSlot(lift, notation, `${lift}-again`)

const heavySquat = '5@50 4@60 2x3@70 5x2@80'
const manySquats = '5@50 4@60 2x3@70 6x3@80'
const opening = '5@50 4@60 2x3@70'

/** The days of four weeks, three a week. */
const weeks: readonly (readonly (readonly Slot[])[])[] = [
  [
    [
      bench('5@50 2x4@60 2x3@70 5x3@75'),
      squat('5@50 2x5@60 5x5@70'),
      again('bench', '5@50 5@60 4x4@70'),
      dumbbells('5x10'),
      goodMornings,
    ],
    [
      toTheKnees('3@50 2x3@60 2x3@70 4x3@75'),
      dumbbells('4x6'),
      triceps('5x5'),
      offBlocks('4@55 4@65 2x4@75 4x3@85'),
      lunges,
      legRaises,
    ],
    [
      bench('5@50 5@60 4@70 2x3@75 2x2@80 2x3@75 4@70 6@60 8@50'),
      dumbbells('5x10'),
      squat('5@50 2x4@60 2x3@70 5x3@75'),
      goodMornings,
    ],
  ],
  [
    [
      squat(heavySquat),
      bench(`${opening} 5x3@80`),
      dumbbells('5x10'),
      triceps('5x10'),
      frontSquat('2x3@45 2x3@55 4x2@60'),
      goodMornings,
    ],
    [
      toTheKnees('3@50 3@60 2x3@70 4x2@75'),
      bench('6@50 2x6@60 4x6@65'),
      dumbbells('5x10'),
      offBlocks('4@55 4@65 2x4@75 4x4@80'),
      lunges,
    ],
    [
      squat(heavySquat),
      bench(`${opening} 2x2@80 3@75 5@65 7@55`),
      dumbbells('5x10'),
      again('squat', '5@50 2x5@60 4x4@70'),
      goodMornings,
    ],
  ],
  [
    [
      squat('5@55 4@65 2x3@75 4x2@85'),
      bench(`${opening} 6x3@80`),
      dumbbells('5x10'),
      triceps('5x10'),
      again('squat', '3@50 3@60 3@70 4x3@80'),
      goodMornings,
    ],
    [
      variation('deadlift', 'deficit-deadlift', '2x3@50 2x3@60 4x3@65'),
      bench(`${opening} 3x2@80 2x2@85 2x3@80`),
      dumbbells('5x10'),
      offBlocks('4@60 2x4@70 2x3@80 3x2@90'),
      lunges,
    ],
    [
      squat(manySquats),
      bench(`${opening} 7x3@80`),
      dumbbells('5x10'),
      byFeel('barbell-overhead-press', '5x4'),
      goodMornings,
    ],
  ],
  [
    [
      squat(`${opening} 5x3@80`),
      bench('5@55 5@65 5x4@75'),
      dumbbells('5x10'),
      triceps('5x8'),
      frontSquat('2x5@40 2x4@50 3x3@60'),
      goodMornings,
    ],
    [
      bench(`${opening} 2x3@80 3x2@85`),
      liftSlot('deadlift', '3@50 3@60 2x3@70 2x3@80 3x2@85 3x2@80'),
      again('bench', '5@50 5@60 4x5@70'),
      dumbbells('5x10'),
    ],
    [
      squat(manySquats),
      bench('6@50 5@60 2x4@70 2x3@80 2x2@85 2x3@80 4@70 6@60 8@50'),
      dumbbells('5x10'),
      triceps('5x8'),
      goodMornings,
      legRaises,
    ],
  ],
]

const days: readonly (readonly Day[])[] = weeks.map((week, weekIndex) =>
  week.map((slots, dayIndex) => ({
    key: `w${weekIndex + 1}-day-${dayIndex + 1}`,
    name: `Week ${weekIndex + 1}, day ${dayIndex + 1}`,
    slots: [...slots],
  })),
)

/** Four weeks of preparation, no two days alike. */
export const sheiko29: BuiltInProgram = {
  id: 'sheiko-29',
  revision: 1,
  name: 'Sheiko #29',
  author: 'Boris Sheiko',
  sourceUrl: 'https://www.liftosaur.com/programs/sheiko-29-32',
  notes:
    'A powerlifter’s preparatory month: three days a week, no two the same, with many sets of few reps at 70 to 85 percent of the competition max, and bench and squat often twice a day. The weights don’t go up within the month. Do assistance work by feel, well short of failure.',
  sessionsPerWeek: 3,
  cycles: 1,
  lifts: [
    trainingMax('bench', barbell.bench, [], 100),
    trainingMax('squat', barbell.squat, [], 100),
    trainingMax('deadlift', barbell.deadlift, [], 100),
  ],
  days: days.flat(),
  weeks: days.map((week, index) => ({ key: `w${index + 1}`, days: week.map(({ key }) => key) })),
}
