import type { Schemas } from '#generated/types.ts'
import { settings } from '../state/settings.ts'

type Kind = Schemas['MeasurementKind']

export const kindNames: Readonly<Record<Kind, string>> = {
  bodyweight: 'Bodyweight',
  body_fat: 'Body fat',
  lean_mass: 'Lean mass',
  waist: 'Waist',
  hips: 'Hips',
  chest: 'Chest',
  shoulders: 'Shoulders',
  neck: 'Neck',
  left_upper_arm: 'Left arm',
  right_upper_arm: 'Right arm',
  left_forearm: 'Left forearm',
  right_forearm: 'Right forearm',
  left_thigh: 'Left thigh',
  right_thigh: 'Right thigh',
  left_calf: 'Left calf',
  right_calf: 'Right calf',
  height: 'Height',
}

/** The unit that a kind is shown and entered in. */
export function unitOf(kind: Kind): Schemas['MeasurementUnit'] {
  if (kind === 'body_fat') return 'percent'
  if (kind === 'bodyweight' || kind === 'lean_mass') return settings.value.unit
  return settings.value.unit === 'kg' ? 'cm' : 'in'
}
