import type { Schemas } from '#generated/types.ts'

/** The names of schemes, in the order in which they are offered. */
export const schemeNames = {
  double: 'Double',
  linear: 'Linear',
  memory: 'Coach',
  rpe: 'RPE',
  sum: 'Total reps',
  two_for_two: '2 for 2',
  five_three_one: '5/3/1',
  gzclp: 'GZCLP',
  apre: 'APRE',
} as const satisfies Record<Schemas['ProgressionScheme']['scheme'], string>
