/** The estimated volume that a person can recover from: direct sets a week. */
export interface RecoverableVolume {
  readonly sets: number
  /** The standard deviation. */
  readonly deviation: number
}

/** How much people differ from the landmark: one standard deviation, as a share of it. */
const landmarkSpread = 0.2
/** The standard deviation of an observed overreach, in sets. */
const overreachDeviation = 3

/**
 * A person's own maximum recoverable volume: the landmark, shifted by the weekly sets at which they overreached.
 * Landmark 22 and an overreach at 18 → 19.27 ± 2.48; at 18 and 19 → 19.16 ± 1.91.
 */
export function ownRecoverable(mrv: number, overreachedAt: readonly number[]): RecoverableVolume {
  const landmarkPrecision = 1 / (landmarkSpread * mrv) ** 2
  const overreachPrecision = 1 / overreachDeviation ** 2
  const precision = landmarkPrecision + overreachPrecision * overreachedAt.length
  const weighted =
    landmarkPrecision * mrv + overreachPrecision * overreachedAt.reduce((sum, sets) => sum + sets, 0)
  return { sets: weighted / precision, deviation: Math.sqrt(1 / precision) }
}
