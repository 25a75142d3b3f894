import type { Insertable } from 'kysely'
import type { CatalogueExercise } from '#catalogue/exercise.ts'
import type { DerivedExercise } from '#catalogue/free-exercise-db/additions.ts'
import { isMuscle } from '#catalogue/muscles.ts'
import type { Muscle } from '#catalogue/vocabulary.ts'
import { foldCase } from '#lib/fold.ts'
import { toJson } from '../engine/json.ts'
import type { CatalogueExercisesTable } from '../schema/exercises.ts'

/** The content of an exercise's row, without its revision or timestamps. */
export type RowContent = Omit<Insertable<CatalogueExercisesTable>, 'revision' | 'createdAt' | 'updatedAt'>

/** How much an exercise works a muscle. */
export interface MusclePercent {
  readonly muscle: Muscle
  /** 0–100. */
  readonly percent: number
}

/**
 * The engagement as a list, highest first and then by muscle, so that an exercise always has the same
 * row.
 */
export function engagementList({ engagement }: Pick<CatalogueExercise, 'engagement'>): MusclePercent[] {
  const list: MusclePercent[] = []
  for (const [muscle, percent] of Object.entries(engagement))
    if (isMuscle(muscle)) list.push({ muscle, percent })
  return list.sort((a, b) => b.percent - a.percent || (a.muscle < b.muscle ? -1 : 1))
}

/** The row of a built-in or derived exercise. */
export function rowContentOf(exercise: CatalogueExercise | DerivedExercise): RowContent {
  const { slug, name, aliases, category, equipment, difficulty, tracking } = exercise
  return {
    id: slug,
    name,
    nameKey: foldCase(name),
    aliases: toJson([...aliases]),
    category,
    pattern: exercise.pattern ?? null,
    mechanic: exercise.mechanic ?? null,
    force: exercise.force ?? null,
    equipment,
    difficulty,
    tracking,
    unilateral: exercise.unilateral ? 1 : 0,
    perHand: exercise.perHand ? 1 : 0,
    bodyweightShare: exercise.bodyweightShare ?? 0,
    cues: toJson([...exercise.cues]),
    engagement: toJson(engagementList(exercise)),
    derived: 'derived' in exercise ? 1 : 0,
  }
}
