import type { Schemas } from '#generated/types.ts'
import type { LocalExercise } from '../types.ts'

type Exercise = Schemas['Exercise']

/** The part of an exercise that lists and searches show: small enough to load at once. */
export interface NamedExercise
  extends Pick<Exercise, 'id' | 'name' | 'aliases' | 'translations' | 'category' | 'equipment' | 'tracking'> {
  readonly source: Schemas['ExerciseSource']
  /** The muscles that work as primary or secondary ones, hardest first. */
  readonly muscles: readonly Schemas['Muscle'][]
}

/** From this engagement on, in percent, a muscle is a secondary one. */
const minEngagement = 20

/** The short form of an exercise. */
export function named(exercise: Exercise | LocalExercise): NamedExercise {
  const { id, name, aliases, category, equipment, tracking, source = 'custom', engagement } = exercise
  const translations = 'translations' in exercise && { translations: exercise.translations }
  const working = engagement.filter(({ percent }) => percent >= minEngagement)
  const muscles = working.toSorted((a, b) => b.percent - a.percent).map(({ muscle }) => muscle)
  return { id, name, aliases, ...translations, category, equipment, tracking, source, muscles }
}

/** A name for an exercise that isn't known yet, such as `Barbell Bench Press` for `barbell-bench-press`. */
export function nameFromId(id: string): string {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(id)) return 'Exercise'
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
