/** A completed set, its weight in this device's unit. */
export interface WeighedSet {
  readonly weight: number
  readonly reps: number
}

/** Weights from another unit are rounded to a tenth, so the same weight in this unit may differ by half of one. */
const isSame = (a: number, b: number) => Math.abs(a - b) < 0.1

const heaviest = (sets: readonly WeighedSet[]) =>
  sets.reduce((highest, { weight }) => Math.max(highest, weight), 0)

const repsAt = (sets: readonly WeighedSet[], chosen: number) =>
  sets.reduce((sum, { weight, reps }) => sum + (isSame(weight, chosen) ? reps : 0), 0)

/** The difference in the heaviest weight or, if that is the same, in the reps with it. */
export function differenceOf(
  sets: readonly WeighedSet[],
  last: readonly WeighedSet[],
): { readonly of: 'weight' | 'reps'; readonly by: number } {
  const [weight, lastWeight] = [heaviest(sets), heaviest(last)]
  return isSame(weight, lastWeight)
    ? { of: 'reps', by: repsAt(sets, weight) - repsAt(last, lastWeight) }
    : { of: 'weight', by: Math.round((weight - lastWeight) * 100) / 100 }
}
