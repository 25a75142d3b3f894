import type { Method } from '../method.ts'
import type { Loading } from './loading.ts'

/** The warm-up sets: percentages of the working weight, each used only above a certain weight in grams. */
export const warmUpSteps = [
  { percent: 30, overGrams: 60_000 },
  { percent: 50, overGrams: 45_000 },
  { percent: 80, overGrams: 20_000 },
] as const

/** Reps of each warm-up. */
export const warmUpReps = 5

/** The method of warm-ups. */
export const warmUpMethod: Method<'warm-up.steps'> = {
  id: 'warm-up.steps',
  parameters: { percents: '30, 50, 80', overKg: '60, 45, 20', reps: warmUpReps },
}

/**
 * The warm-up weights for a first working weight, in grams, light to heavy: 100 kg → 30, 50, 80; 50 → 25, 40;
 * 20 → none. Each is the largest that can be loaded; duplicates, and any as heavy as the working weight, are
 * left out.
 */
export function warmUpWeights(workingGrams: number, loading: Pick<Loading, 'atMost'>): number[] {
  const weights: number[] = []
  for (const { percent, overGrams } of warmUpSteps) {
    if (workingGrams <= overGrams) continue
    const grams = loading.atMost((workingGrams * percent) / 100)
    if (grams < workingGrams && grams > (weights.at(-1) ?? 0)) weights.push(grams)
  }
  return weights
}
