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

/** Sets of at most `maxReps` above `overGrams` get another warm-up: a single at `percent`, after `repsBelow` reps. */
export const heavySets = { maxReps: 3, overGrams: 100_000, percent: 90, repsBelow: 3 } as const

export const warmUpMethod: Method<'warm-up.steps'> = {
  id: 'warm-up.steps',
  parameters: { percents: '30, 50, 80', overKg: '60, 45, 20', reps: warmUpReps },
}

/**
 * The warm-up weights for a first working weight, in grams, from light to heavy: 30, 50 and 80 kg for 100 kg, 25 and 40
 * kg for 50 kg, and none for 20 kg. Each is rounded down to a weight that can be loaded. Duplicates and weights that
 * aren't below the working weight are omitted.
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

/** A warm-up set: its weight in grams, and its reps. */
export interface WarmUpSet {
  readonly grams: number
  readonly reps: number
}

/**
 * The warm-up sets for a first working set, at the weights of `warmUpWeights`. Before a heavy single, double or triple,
 * the last of them has three reps, and a single at 90% follows: 60 × 5, 100 × 5, 160 × 3 and 180 × 1 for 200 kg × 1.
 */
export function warmUpSets(
  workingGrams: number,
  reps: number,
  loading: Pick<Loading, 'atMost'>,
): WarmUpSet[] {
  const weights = warmUpWeights(workingGrams, loading)
  const sets = weights.map((grams) => ({ grams, reps: warmUpReps }))
  const { maxReps, overGrams, percent, repsBelow } = heavySets
  const last = weights.at(-1)
  if (reps > maxReps || workingGrams <= overGrams || last === undefined) return sets
  const single = loading.atMost((workingGrams * percent) / 100)
  const lighter = [...sets.slice(0, -1), { grams: last, reps: repsBelow }]
  return single > last && single < workingGrams ? [...lighter, { grams: single, reps: 1 }] : lighter
}
