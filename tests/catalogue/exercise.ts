import type { CatalogueExercise } from '#catalogue/exercise.ts'

/** A valid exercise with these changes. */
export function exercise(changes: Partial<CatalogueExercise> = {}): CatalogueExercise {
  return {
    slug: 'zercher-shrug',
    name: 'Zercher Shrug',
    aliases: [],
    category: 'pull',
    pattern: 'shrug',
    mechanic: 'isolation',
    force: 'pull',
    equipment: 'barbell',
    difficulty: 'advanced',
    tracking: 'weight_reps',
    cues: ['Stand tall', 'Lift the shoulders'],
    engagement: { traps: 90, biceps: 30 },
    ...changes,
  }
}
