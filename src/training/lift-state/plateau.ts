/** A plateau: the week in which progress ended, and the evidence. */
export interface Plateau {
  /** The index of the week in which progress ended; 0 if the weeks show no progress at all. */
  readonly sinceWeek: number
  readonly kind: 'flattened' | 'flat'
}

/** Weeks are flat if they rise by less than this share of the earlier rise, and by less than this logarithm a week. */
const flatShare = 0.35
const flatRise = 0.0035
const maxWeeks = 16
const minNoise = 0.008
/** A new best within this many weeks raises the evidence required. */
const recentWeeks = 3
const minFlatWeeks = 8

/**
 * The plateau of weekly bests that have stopped rising. Compares a straight line with a two-segment hinge, by least
 * squares on logarithms. Undefined with fewer than five weeks, or if they still rise or only waver.
 *
 * @param bests the best estimated one-rep max of each week, oldest first, all above 0; the last 16 are used
 */
export function plateauOf(bests: readonly number[]): Plateau | undefined {
  const skipped = Math.max(0, bests.length - maxWeeks)
  const values = bests.slice(skipped).map(Math.log)
  const n = values.length
  if (n < 5) return undefined
  const noise = Math.max(minNoise, noiseOf(values))
  const line = fitLine(values)
  const hinge = bestHinge(values)
  if (hinge) {
    const ratio = (line.residual - hinge.residual) / (2 * noise ** 2)
    const minRatio = isNewBest(values) ? 5 : 2
    if (
      ratio >= minRatio &&
      hinge.before > 0.0015 &&
      hinge.after < Math.min(flatShare * hinge.before, flatRise)
    ) {
      return { sinceWeek: skipped + hinge.week, kind: 'flattened' }
    }
  }
  const slopeError = noise / Math.sqrt((n * (n ** 2 - 1)) / 12)
  if (n >= minFlatWeeks && line.slope + 1.28 * slopeError < 0.0012)
    return { sinceWeek: skipped, kind: 'flat' }
  return undefined
}

/** The week-to-week noise, independent of the trend: from second differences. */
function noiseOf(values: readonly number[]): number {
  const differences: number[] = []
  for (let index = 2; index < values.length; index++) {
    differences.push(Math.abs((values[index] ?? 0) - 2 * (values[index - 1] ?? 0) + (values[index - 2] ?? 0)))
  }
  differences.sort((a, b) => a - b)
  const middle = Math.floor(differences.length / 2)
  const median =
    differences.length % 2 === 1
      ? (differences[middle] ?? 0)
      : ((differences[middle - 1] ?? 0) + (differences[middle] ?? 0)) / 2
  return (1.4826 * median) / Math.sqrt(6)
}

function isNewBest(values: readonly number[]): boolean {
  const earlier = Math.max(...values.slice(0, -recentWeeks))
  return Math.max(...values.slice(-recentWeeks)) > earlier
}

function fitLine(values: readonly number[]): { readonly slope: number; readonly residual: number } {
  const n = values.length
  const meanX = (n - 1) / 2
  const meanY = values.reduce((sum, value) => sum + value, 0) / n
  let xy = 0
  let xx = 0
  values.forEach((value, x) => {
    xy += (x - meanX) * (value - meanY)
    xx += (x - meanX) ** 2
  })
  const slope = xy / xx
  const residual = values.reduce((sum, value, x) => sum + (value - meanY - slope * (x - meanX)) ** 2, 0)
  return { slope, residual }
}

/** Two lines that meet at a week, with the slope of each, per week. */
interface Hinge {
  readonly week: number
  readonly before: number
  readonly after: number
  readonly residual: number
}

/** The hinge with the smallest residual: two lines that meet at a week with at least two on each side. */
function bestHinge(values: readonly number[]): Hinge | undefined {
  let best: Hinge | undefined
  for (let week = 2; week <= values.length - 3; week++) {
    const hinge = fitHinge(values, week)
    if (!best || hinge.residual < best.residual) best = hinge
  }
  return best
}

/** Least squares of y = a + b·min(x − week, 0) + c·max(x − week, 0), by its normal equations. */
function fitHinge(values: readonly number[], week: number): Hinge {
  let n = 0
  let left = 0
  let right = 0
  let leftLeft = 0
  let rightRight = 0
  let sum = 0
  let leftSum = 0
  let rightSum = 0
  values.forEach((y, x) => {
    const l = Math.min(x - week, 0)
    const r = Math.max(x - week, 0)
    n += 1
    left += l
    right += r
    leftLeft += l * l
    rightRight += r * r
    sum += y
    leftSum += l * y
    rightSum += r * y
  })
  // The two lines share only the hinge, so each slope follows from the height there.
  const height =
    (sum - (left * leftSum) / leftLeft - (right * rightSum) / rightRight) /
    (n - left ** 2 / leftLeft - right ** 2 / rightRight)
  const before = (leftSum - height * left) / leftLeft
  const after = (rightSum - height * right) / rightRight
  const residual = values.reduce((total, y, x) => {
    const fitted = height + before * Math.min(x - week, 0) + after * Math.max(x - week, 0)
    return total + (y - fitted) ** 2
  }, 0)
  return { week, before, after, residual }
}
