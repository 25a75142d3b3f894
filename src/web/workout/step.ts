import type { Schemas } from '#generated/types.ts'
import { settings } from '../state/settings.ts'
import type { Field } from './model.ts'

const steps = { reps: 1, duration: 15, distance: 0.5, rpe: 0.5 } as const

/** The step of a value: for a bar, a pair of the smallest plates. */
export function stepOf(field: Field, equipment: Schemas['Equipment'] | undefined): number {
  if (field !== 'weight') return steps[field]
  const { unit, plates } = settings.value
  if (equipment === 'barbell' || equipment === 'ez_bar' || equipment === 'trap_bar') {
    return 2 * (plates.at(-1) ?? (unit === 'kg' ? 1.25 : 2.5))
  }
  if (equipment === 'dumbbell') return unit === 'kg' ? 2 : 5
  if (equipment === 'kettlebell') return unit === 'kg' ? 4 : 5
  return unit === 'kg' ? 2.5 : 5
}
