import type { Schemas } from '#generated/types.ts'
import type { Muscle } from './vocabulary.ts'

/** A muscle of the taxonomy, as `GET /api/muscles` lists it. */
export type MuscleInfo = Readonly<Schemas['MuscleInfo']>

/** An object keyed by muscle, so that the compiler reports a missing muscle. */
const infoByMuscle = {
  chest: { group: 'chest', name: 'Chest' },
  serratus: { group: 'chest', name: 'Serratus anterior' },
  front_delts: { group: 'shoulders', name: 'Front delts' },
  side_delts: { group: 'shoulders', name: 'Side delts' },
  rear_delts: { group: 'shoulders', name: 'Rear delts' },
  rotator_cuff: { group: 'shoulders', name: 'Rotator cuff' },
  lats: { group: 'back', name: 'Lats' },
  upper_back: { group: 'back', name: 'Upper back' },
  traps: { group: 'back', name: 'Traps' },
  lower_back: { group: 'back', name: 'Lower back' },
  neck: { group: 'neck', name: 'Neck' },
  biceps: { group: 'arms', name: 'Biceps' },
  triceps: { group: 'arms', name: 'Triceps' },
  forearms: { group: 'arms', name: 'Forearms' },
  abs: { group: 'core', name: 'Abs' },
  obliques: { group: 'core', name: 'Obliques' },
  hip_flexors: { group: 'core', name: 'Hip flexors' },
  quads: { group: 'legs', name: 'Quads' },
  hamstrings: { group: 'legs', name: 'Hamstrings' },
  glutes: { group: 'legs', name: 'Glutes' },
  adductors: { group: 'legs', name: 'Adductors' },
  abductors: { group: 'legs', name: 'Abductors' },
  calves: { group: 'legs', name: 'Calves' },
  tibialis: { group: 'legs', name: 'Tibialis anterior' },
} as const satisfies Record<Muscle, Omit<MuscleInfo, 'muscle'>>

/** The taxonomy, grouped by part of the body. */
export const muscleTaxonomy: readonly MuscleInfo[] = Object.freeze(
  // The cast is safe: `satisfies` above makes the keys exactly the muscles.
  (Object.keys(infoByMuscle) as Muscle[]).map((muscle) => Object.freeze({ muscle, ...infoByMuscle[muscle] })),
)

/** Whether a string names a muscle of the taxonomy. */
export function isMuscle(text: string): text is Muscle {
  return Object.hasOwn(infoByMuscle, text)
}
