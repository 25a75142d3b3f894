import type { RememberedLift } from './memory-fold.ts'

/**
 * The lightest weight of the recent working sets, in grams, without the body's part. Undefined for a lift that isn't
 * measured by load.
 */
export function lightestLifted(
  remembered: Pick<RememberedLift, 'measure' | 'lift'> | undefined,
): number | undefined {
  if (remembered?.measure !== 'load') return undefined
  const weights = remembered.lift.recent.flatMap(({ sets }) => sets.map(({ added, load }) => added ?? load))
  return weights.length === 0 ? undefined : Math.min(...weights) * 1000
}
