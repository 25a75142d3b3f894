import type { Schemas } from '#generated/types.ts'
import { capitalized } from '../words.ts'
import type { Exercise } from './catalogue.ts'

/** `Smith machine`. */
export const equipmentName = (equipment: Schemas['Equipment']): string =>
  equipment === 'ez_bar' ? 'EZ bar' : capitalized(equipment.replaceAll('_', ' '))

/** `front delts`. */
export const muscleName = (muscle: string): string => muscle.replaceAll('_', ' ')

/** The muscle that an exercise works most. */
export const mainMuscle = (exercise: Exercise | undefined) =>
  exercise?.engagement.toSorted((a, b) => b.percent - a.percent)[0]?.muscle

/** `Barbell · chest, triceps`. */
export function describe(exercise: Exercise | undefined): string {
  if (!exercise) return ''
  const main = exercise.engagement
    .filter(({ percent }) => percent >= 50)
    .toSorted((a, b) => b.percent - a.percent)
    .slice(0, 2)
    .map(({ muscle }) => muscleName(muscle))
  return [equipmentName(exercise.equipment), main.join(', ')].filter(Boolean).join(' · ')
}
