import { select } from './order-statistics.ts'

/**
 * The median of all pairwise slopes of a series, without visiting each pair when there are many: a sample
 * yields a narrow band that contains the median, the pairs below it are counted as inversions, and those
 * inside it come out of an insertion sort (after Matoušek 1991, "Randomized optimal algorithm for slope
 * selection"). The result is always the exact median of all pairs, whatever the sample.
 */

/** A series sorted by `x`, then by `y`. */
export interface OrderedSeries {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** The number of points up to which visiting each pair is fastest. */
const maxPointsForAllPairs = 100

const at = (values: Float64Array | Int32Array, index: number): number => values[index] ?? 0

/** The slope of the line through two points; undefined when they have the same `x`. */
function slopeBetween({ x, y }: OrderedSeries, i: number, j: number): number | undefined {
  const dx = at(x, j) - at(x, i)
  return dx === 0 ? undefined : (at(y, j) - at(y, i)) / dx
}

/** The value in the middle of `count` ranked ones, or between the two middle ones. */
function middleOf(count: number, ranked: (rank: number) => number | undefined): number | undefined {
  const lower = ranked((count - 1) >>> 1)
  const upper = count % 2 === 1 ? lower : ranked(count >>> 1)
  return lower === undefined || upper === undefined ? undefined : lower + (upper - lower) / 2
}

function medianOfAllPairs(series: OrderedSeries): number | undefined {
  const slopes: number[] = []
  for (let i = 0; i < series.x.length; i++) {
    for (let j = i + 1; j < series.x.length; j++) {
      const slope = slopeBetween(series, i, j)
      if (slope !== undefined) slopes.push(slope)
    }
  }
  const values = new Float64Array(slopes)
  return values.length === 0 ? undefined : middleOf(values.length, (rank) => select(values, rank))
}

/**
 * Bounds that contain the median in all but one case in a million: five standard errors of a sample's median
 * on either side. The sample size minimizes the total work of sample and pairs inside the bounds. The same
 * series gives the same bounds.
 */
function sampledBand(series: OrderedSeries, pairs: number): readonly [number, number] | undefined {
  const sample = new Float64Array(Math.ceil((2.5 * pairs) ** (2 / 3)))
  const halfBand = 2.5 / Math.sqrt(sample.length)
  // Numerical Recipes' 32-bit generator: deterministic, so that the same input gives the same result.
  let state = 1
  const pick = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return Math.floor(((state >>> 0) / 2 ** 32) * series.x.length)
  }
  let filled = 0
  for (let tries = 0; filled < sample.length && tries < 4 * sample.length; tries++) {
    const slope = slopeBetween(series, pick(), pick())
    if (slope !== undefined) sample[filled++] = slope
  }
  if (filled < sample.length) return undefined
  return [
    select(sample, Math.floor(filled * (0.5 - halfBand))),
    select(sample, Math.ceil(filled * (0.5 + halfBand))),
  ]
}

/** The residuals of `y` for a slope: of two points, the later has the lower one exactly if their slope is less. */
const residuals = ({ x, y }: OrderedSeries, slope: number): Float64Array =>
  x.map((value, index) => at(y, index) - slope * value)

/** The indexes of `keys` in ascending order (stable merge sort), and how many pairs were out of order. */
function sortCounting(keys: Float64Array): { order: Int32Array; inversions: number } {
  let order = new Int32Array(keys.length).map((_, index) => index)
  let merged = new Int32Array(keys.length)
  let inversions = 0
  for (let width = 1; width < keys.length; width *= 2) {
    for (let left = 0; left < keys.length; left += 2 * width) {
      const middle = Math.min(left + width, keys.length)
      const right = Math.min(left + 2 * width, keys.length)
      let i = left
      let j = middle
      for (let k = left; k < right; k++) {
        const takeRight = i >= middle || (j < right && at(keys, at(order, j)) < at(keys, at(order, i)))
        if (takeRight) inversions += middle - i
        merged[k] = takeRight ? at(order, j++) : at(order, i++)
      }
    }
    ;[order, merged] = [merged, order]
  }
  return { order, inversions }
}

/** Slopes of the pairs that are ordered one way under `order` and the other way under `keys`. */
function slopesOfSwapped(series: OrderedSeries, order: Int32Array, keys: Float64Array): Float64Array {
  const points = new Int32Array(order)
  const sorted = new Float64Array(keys.length).map((_, index) => at(keys, at(points, index)))
  const slopes: number[] = []
  for (let next = 1; next < sorted.length; next++) {
    const key = at(sorted, next)
    const moving = at(points, next)
    let to = next
    for (; to > 0 && at(sorted, to - 1) > key; to--) {
      sorted[to] = at(sorted, to - 1)
      points[to] = at(points, to - 1)
      // Points with the same x are in order under every slope, so they never swap and there is a slope.
      slopes.push(slopeBetween(series, at(points, to), moving) ?? 0)
    }
    sorted[to] = key
    points[to] = moving
  }
  return new Float64Array(slopes)
}

/** The number of pairs of points that differ in `x`. */
function slopeCount({ x }: OrderedSeries): number {
  let count = 0
  let first = 0
  for (let index = 0; index < x.length; index++) {
    if (at(x, index) !== at(x, first)) first = index
    count += first
  }
  return count
}

/** The median by the band; undefined in the rare case that the band doesn't contain it. */
function medianByBand(series: OrderedSeries): number | undefined {
  const count = slopeCount(series)
  const [low, high] = sampledBand(series, count) ?? []
  if (low === undefined || high === undefined) return undefined
  if (low === high) {
    // Many pairs share one slope, as on a plateau: it is the median if the middle ranks are among them.
    const extent = series.y.reduce((max, y) => Math.max(max, Math.abs(y)), Math.abs(low) * at(series.x, -1))
    const epsilon = 1e-12 * extent
    const below = sortCounting(residuals(series, low - epsilon)).inversions
    const upTo = sortCounting(residuals(series, low + epsilon)).inversions
    return below <= (count - 1) >>> 1 && count >>> 1 < upTo ? low : undefined
  }
  const { order, inversions } = sortCounting(residuals(series, low))
  const insideSlopes = slopesOfSwapped(series, order, residuals(series, high))
  return middleOf(count, (rank) => {
    const insideRank = rank - inversions
    return insideRank >= 0 && insideRank < insideSlopes.length ? select(insideSlopes, insideRank) : undefined
  })
}

/** The median of the slopes of all pairs of points that differ in `x`; undefined if there is no such pair. */
export function medianSlope(series: OrderedSeries): number | undefined {
  const fast = series.x.length > maxPointsForAllPairs ? medianByBand(series) : undefined
  return fast ?? medianOfAllPairs(series)
}
