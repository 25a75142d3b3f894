import { expect, test } from 'bun:test'
import { builtInPrograms } from '#catalogue/programs/index.ts'

/** The exercises of each day with their sets, such as `3x8-12`, or `6x3` if the program sets the weight. */
function exercisesOf(id: string): Record<string, string[]> {
  const program = builtInPrograms.find((candidate) => candidate.id === id)
  return Object.fromEntries(
    (program?.days ?? []).map(({ key, slots }) => [
      key,
      slots.map(({ exerciseId = '', progression, sets }) => {
        const scheme = progression?.scheme === 'double' ? progression : undefined
        const reps = scheme ? `${scheme.minReps}-${scheme.maxReps}` : `${sets?.[0]?.reps?.min}`
        return `${exerciseId} ${scheme?.sets ?? sets?.[0]?.count}x${reps}`
      }),
    ]),
  )
}

// https://www.simplyshredded.com/mega-feature-layne-norton-training-series-full-powerhypertrophy-routine-updated-2011.html
test('the five days of PHAT have the published exercises', () => {
  expect(exercisesOf('phat')).toEqual({
    'upper-power': [
      'barbell-row 3x3-5',
      'weighted-pull-up 2x6-10',
      'neutral-grip-pull-up 2x6-10',
      'dumbbell-bench-press 3x3-5',
      'weighted-dip 2x6-10',
      'dumbbell-shoulder-press 3x6-10',
      'barbell-curl 3x6-10',
      'barbell-skull-crusher 3x6-10',
    ],
    'lower-power': [
      'barbell-back-squat 3x3-5',
      'machine-hack-squat 2x6-10',
      'leg-extension 2x6-10',
      'barbell-romanian-deadlift 3x5-8',
      'lying-leg-curl 2x6-10',
      'machine-standing-calf-raise 3x6-10',
      'seated-calf-raise 2x6-10',
    ],
    'back-and-shoulders': [
      'barbell-row 6x3',
      'pull-up 3x8-12',
      'seated-cable-row 3x8-12',
      'dumbbell-row 2x12-15',
      'close-grip-lat-pulldown 2x15-20',
      'dumbbell-shoulder-press 3x8-12',
      'barbell-upright-row 2x12-15',
      'dumbbell-lateral-raise 3x12-20',
    ],
    legs: [
      'barbell-back-squat 6x3',
      'machine-hack-squat 3x8-12',
      'leg-press 2x12-15',
      'leg-extension 3x15-20',
      'barbell-romanian-deadlift 3x8-12',
      'lying-leg-curl 2x12-15',
      'seated-leg-curl 2x15-20',
      'donkey-calf-raise 4x10-15',
      'seated-calf-raise 3x15-20',
    ],
    'chest-and-arms': [
      'dumbbell-bench-press 6x3',
      'incline-dumbbell-bench-press 3x8-12',
      'machine-chest-press 3x12-15',
      'incline-cable-fly 2x15-20',
      'ez-bar-preacher-curl 3x8-12',
      'concentration-curl 2x12-15',
      'ez-bar-spider-curl 2x15-20',
      'ez-bar-overhead-triceps-extension 3x8-12',
      'triceps-pushdown 2x12-15',
      'cable-triceps-kickback 2x15-20',
    ],
  })
})

// https://www.muscleandstrength.com/workouts/phul-workout
test('the four days of PHUL have the published exercises', () => {
  expect(exercisesOf('phul')).toEqual({
    'upper-power': [
      'barbell-bench-press 3x3-5',
      'incline-dumbbell-bench-press 3x6-10',
      'barbell-row 3x3-5',
      'lat-pulldown 3x6-10',
      'barbell-overhead-press 2x5-8',
      'barbell-curl 2x6-10',
      'barbell-skull-crusher 2x6-10',
    ],
    'lower-power': [
      'barbell-back-squat 3x3-5',
      'barbell-deadlift 3x3-5',
      'leg-press 3x10-15',
      'lying-leg-curl 3x6-10',
      'machine-standing-calf-raise 4x6-10',
    ],
    'upper-size': [
      'incline-barbell-bench-press 3x8-12',
      'dumbbell-fly 3x8-12',
      'seated-cable-row 3x8-12',
      'dumbbell-row 3x8-12',
      'dumbbell-lateral-raise 3x8-12',
      'incline-dumbbell-curl 3x8-12',
      'triceps-pushdown 3x8-12',
    ],
    'lower-size': [
      'barbell-front-squat 3x8-12',
      'barbell-lunge 3x8-12',
      'leg-extension 3x10-15',
      'lying-leg-curl 3x10-15',
      'seated-calf-raise 3x8-12',
      'machine-calf-press 3x8-12',
    ],
  })
})
