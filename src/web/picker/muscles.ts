import type { Schemas } from '#generated/types.ts'

/** The muscles to choose from, and the category of an exercise for each. */
export const categoryOf = {
  chest: 'push',
  upper_back: 'pull',
  lats: 'pull',
  front_delts: 'push',
  side_delts: 'push',
  rear_delts: 'pull',
  biceps: 'pull',
  triceps: 'push',
  forearms: 'pull',
  abs: 'core',
  obliques: 'core',
  lower_back: 'core',
  glutes: 'legs',
  quads: 'legs',
  hamstrings: 'legs',
  calves: 'legs',
  adductors: 'legs',
  abductors: 'legs',
  traps: 'pull',
} as const satisfies Readonly<Partial<Record<Schemas['Muscle'], Schemas['ExerciseCategory']>>>

export type MainMuscle = keyof typeof categoryOf

export const mainMuscles = Object.keys(categoryOf) as readonly MainMuscle[]
