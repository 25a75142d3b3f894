import type { Method } from './method.ts'
import { median } from './order-statistics.ts'

/** The options for detecting outliers. */
export interface HampelOptions {
  /** The number of neighbors that a value is compared with, including itself; 5 or more. */
  readonly window?: number
  /** The maximum distance from the median, in standard deviations as estimated by the MAD. */
  readonly threshold?: number
  /** A deviation up to this is never an outlier, however little the other values vary. */
  readonly leastDeviation?: number
}

/** The smallest window in which outliers can be detected. */
const minWindow = 5
const defaults = { window: 7, threshold: 3, leastDeviation: 0 } as const satisfies HampelOptions
/** Turns the median absolute deviation into an estimate of the standard deviation of normal values. */
const madScale = 1.4826

/** The method reported for outliers found with these options. */
export const hampelMethod = (options: HampelOptions = {}): Method<'outlier.hampel'> => ({
  id: 'outlier.hampel',
  parameters: { ...defaults, ...options, madScale },
})

/**
 * Which values are outliers by the Hampel identifier (Hampel 1974): further from the median of the nearest
 * `window` values than `threshold × 1.4826 × MAD`. At the ends the window is shifted, not shortened. Fewer
 * than 5 values have no outlier. Pass logarithms to judge by ratio.
 */
export function hampelOutliers(values: readonly number[], options: HampelOptions = {}): boolean[] {
  const { window, threshold, leastDeviation } = { ...defaults, ...options }
  const width = Math.min(Math.max(window, minWindow), values.length)
  if (width < minWindow) return values.map(() => false)
  return values.map((value, index) => {
    const first = Math.min(Math.max(index - (width >>> 1), 0), values.length - width)
    const neighbors = values.slice(first, first + width)
    const center = median(neighbors) ?? value
    const mad = median(neighbors.map((neighbor) => Math.abs(neighbor - center))) ?? 0
    return Math.abs(value - center) > Math.max(threshold * madScale * mad, leastDeviation)
  })
}
