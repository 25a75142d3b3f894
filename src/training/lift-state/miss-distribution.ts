/**
 * The distribution of forecast misses in units of their scale: quantiles of the standardized miss, linear in between,
 * with exponential tails. Downward misses are larger, because a bad day costs more than a good one gains.
 */
const quantiles = [
  [-6.8, 0.01],
  [-2.55, 0.05],
  [-1.65, 0.1],
  [-0.67, 0.25],
  [-0.06, 0.5],
  [0.58, 0.75],
  [1.38, 0.9],
  [2, 0.95],
  [3.65, 0.99],
] as const

const [lowest] = quantiles
const highest = [3.65, 0.99] as const
/** The lengths over which the tails fall by a factor of e. */
const lowerTail = 3
const upperTail = 1

/** The ends of the 80% interval, in units of the scale. */
export const interval80 = { low: -1.65, high: 1.38 } as const

/** The chance that a standardized miss is at most `z`, 0–1. */
export function missProbability(z: number): number {
  if (z <= lowest[0]) return lowest[1] * Math.exp((z - lowest[0]) / lowerTail)
  if (z >= highest[0]) return 1 - (1 - highest[1]) * Math.exp(-(z - highest[0]) / upperTail)
  let [fromZ, fromP]: readonly [number, number] = lowest
  for (const [toZ, toP] of quantiles) {
    if (z <= toZ && toZ > fromZ) return fromP + ((toP - fromP) * (z - fromZ)) / (toZ - fromZ)
    fromZ = toZ
    fromP = toP
  }
  return highest[1]
}
