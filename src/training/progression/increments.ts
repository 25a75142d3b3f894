import type { ExerciseFacts } from '../types.ts'
import { type WeightUnit, weightUnits } from '../units.ts'

/** The weight added after a success by default. */
export const defaultIncrements = {
  upper: { kg: 2.5, lb: 5 },
  lower: { kg: 5, lb: 10 },
} as const satisfies Record<string, Record<WeightUnit, number>>

/**
 * The default increment in grams: 2.5 kg or 5 lb for the upper body, 5 kg or 10 lb for legs. For per-hand weights it is
 * the smaller one for legs too, since the weight in both hands rises by it. The smallest pair of plates is taken into
 * account when the weight is loaded.
 */
export function defaultIncrement(
  { category, perHand }: Pick<ExerciseFacts, 'category' | 'perHand'>,
  unit: WeightUnit,
): number {
  const part = category === 'legs' && !perHand ? 'lower' : 'upper'
  return defaultIncrements[part][unit] * weightUnits[unit].canonical
}
