import type { Method } from './method.ts'
import { median } from './order-statistics.ts'
import { medianSlope } from './slope-selection.ts'

/** A point of a series: `x` in days, `y` in the unit of the figure. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A robust straight line through a series. */
export interface Trend {
  /** In the unit of `y` per day. */
  readonly slope: number
  /** The value of the line at x = 0. */
  readonly intercept: number
  readonly method: Method<'trend.theil-sen'>
}

export const trendMethod: Method<'trend.theil-sen'> = { id: 'trend.theil-sen' }

/**
 * The trend of a series after Theil (1950) and Sen (1968): the slope is the median of the slopes of all pairs
 * of points that differ in `x`, the intercept the median of `y − slope × x`. Up to 29% of the points may be
 * arbitrary without moving it far. Points may come in any order. Undefined if no two points differ in `x`.
 */
export function theilSen(points: readonly Point[]): Trend | undefined {
  const ordered = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const x = new Float64Array(ordered.map((point) => point.x))
  const y = new Float64Array(ordered.map((point) => point.y))
  const slope = medianSlope({ x, y })
  if (slope === undefined) return undefined
  const intercept = median(y.map((value, index) => value - slope * (x[index] ?? 0)))
  return intercept === undefined ? undefined : { slope, intercept, method: trendMethod }
}
