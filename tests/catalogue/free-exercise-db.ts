import type { FreeExerciseDbEntry } from '#catalogue/free-exercise-db/additions.ts'

/** A valid entry of a free-exercise-db file, with these changes. */
export function entry(changes: Partial<FreeExerciseDbEntry> = {}): FreeExerciseDbEntry {
  return {
    name: 'Sandbag Moonwalk',
    force: 'push',
    level: 'beginner',
    mechanic: 'compound',
    equipment: 'barbell',
    category: 'strength',
    primaryMuscles: ['quadriceps'],
    secondaryMuscles: ['glutes'],
    ...changes,
  }
}

/**
 * A small file with the irregularities of the real one: nulls, missing and unused fields, and exercises
 * that already exist.
 */
export const smallFile = JSON.stringify([
  { id: 'Sandbag_Moonwalk', ...entry(), equipment: 'other', instructions: ['Walk.'], images: ['a.jpg'] },
  { id: 'Bench', ...entry({ name: 'Barbell Bench Presses', primaryMuscles: ['chest'] }) },
  {
    id: 'Doorway_Reach',
    name: 'Doorway Reach',
    force: 'static',
    level: 'expert',
    mechanic: null,
    equipment: null,
    category: 'stretching',
    primaryMuscles: ['shoulders'],
    secondaryMuscles: [],
  },
  { id: 'Moonwalk_Sandbag', ...entry({ name: 'Moonwalk (Sandbag)' }) },
  {
    name: 'Lunar Trek',
    level: 'beginner',
    category: 'cardio',
    primaryMuscles: ['quadriceps'],
    secondaryMuscles: ['calves'],
  },
])
