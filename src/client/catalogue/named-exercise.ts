import type { Schemas } from '#generated/types.ts'
import type { LocalExercise } from '../types.ts'

type Exercise = Schemas['Exercise']

/** The part of an exercise that lists and searches show: small enough to load at once. */
export interface NamedExercise
  extends Pick<Exercise, 'id' | 'name' | 'aliases' | 'translations' | 'category' | 'equipment' | 'tracking'> {
  readonly source: Schemas['ExerciseSource']
  /** The primary and secondary muscles, highest engagement first. */
  readonly muscles: readonly Schemas['Muscle'][]
}

/** The lowest engagement of a secondary muscle, in percent. */
const minEngagement = 20

/** The short form of an exercise. */
export function toNamedExercise(exercise: Exercise | LocalExercise): NamedExercise {
  const { id, name, aliases, category, equipment, tracking, source = 'custom', engagement } = exercise
  const translations = 'translations' in exercise && { translations: exercise.translations }
  const engaged = engagement.filter(({ percent }) => percent >= minEngagement)
  const muscles = engaged.toSorted((a, b) => b.percent - a.percent).map(({ muscle }) => muscle)
  return { id, name, aliases, ...translations, category, equipment, tracking, source, muscles }
}

/** A name for an exercise that isn't on the device yet, such as `Barbell Bench Press` for `barbell-bench-press`. */
export function nameFromId(id: string): string {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(id)) return 'Exercise'
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
