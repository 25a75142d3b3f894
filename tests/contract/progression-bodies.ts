import type { Schemas } from '#generated/types.ts'

let created = 0

/** Every scheme with every field; the first scheme differs in each call, so that choosing it is a change. */
export function progressionBodies(): readonly [
  Schemas['ProgressionScheme'],
  ...Schemas['ProgressionScheme'][],
] {
  const increment = { value: 2.5, unit: 'kg' } as const
  return [
    { scheme: 'double', sets: 3, minReps: 8, maxReps: 12 + (++created % 50), increment },
    {
      scheme: 'linear',
      sets: 3,
      reps: 5,
      increment,
      successes: 1,
      failures: 3,
      decrementPercent: 10,
      targetRpe: 8.5,
    },
    { scheme: 'memory', range: { min: 5, max: 8 }, increment },
    { scheme: 'sum', sets: 3, totalReps: 30, increment },
    { scheme: 'rpe', sets: 3, reps: 5, rpe: 8 },
    { scheme: 'two_for_two', sets: 3, reps: 10, increment },
    { scheme: 'five_three_one', trainingMax: { value: 100, unit: 'kg' }, increment },
    { scheme: 'gzclp', tier: 2, increment },
    { scheme: 'apre', repMax: 6 },
  ]
}
