/** A plate of one unit, and the number of its pairs. */
interface Plates {
  readonly value: number
  readonly pairs: number
}

/** A load on one side of a bar. */
export interface SideLoad {
  readonly grams: number
  /** The number of plates: as few as possible. */
  readonly plates: number
  /** Their weights in grams, heaviest first. */
  perSide(): number[]
}

/** The approximate maximum number of sums. To stay below it, the step grows, and loads in the same step are merged. */
const maxSums = 60_000
/** The number of parts of a unit to which plate weights are resolved. */
const partsPerUnit = 1_000_000

/** A group of equal plates: groups of 1, 2, 4 … add up to any number. */
interface Bundle {
  readonly value: number
  readonly count: number
  /** Its weight in steps of the search. */
  readonly steps: number
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b)

/** The largest step that all plates are multiples of, in millionths, unless that makes too many sums. */
function stepOf(plates: readonly Plates[]): number {
  const fine = plates.map(({ value }) => Math.round(value * partsPerUnit))
  const common = fine.reduce((divisor, weight) => greatestCommonDivisor(divisor, weight), 0)
  const total = plates.reduce((sum, { pairs }, index) => sum + (fine[index] ?? 0) * pairs, 0)
  return Math.max(common, Math.ceil(total / maxSums), 1)
}

function bundlesOf(plates: readonly Plates[]): Bundle[] {
  const step = stepOf(plates)
  // Lightest first, so that among ways with equally few plates the one with the heaviest plate wins.
  const sorted = plates.toSorted((a, b) => a.value - b.value)
  return sorted.flatMap(({ value, pairs }) => {
    const steps = Math.max(1, Math.ceil(Math.round(value * partsPerUnit) / step))
    const bundles: Bundle[] = []
    for (let remaining = pairs, count = 1; remaining > 0; count *= 2) {
      const size = Math.min(count, remaining)
      bundles.push({ value, count: size, steps: steps * size })
      remaining -= size
    }
    return bundles
  })
}

/**
 * The loads that a side can hold with these plates, lightest first, each with as few plates as possible.
 * `unitGrams` is the weight of one unit of `value`.
 */
export function sideLoads(plates: readonly Plates[], unitGrams: number): SideLoad[] {
  const bundles = bundlesOf(plates.filter(({ value, pairs }) => value > 0 && pairs > 0))
  const maxSum = bundles.reduce((sum, { steps }) => sum + steps, 0)
  const minPlates = new Uint32Array(maxSum + 1).fill(unreachable)
  minPlates[0] = 0
  const usedBundles = bundles.map(({ steps, count }) => {
    const isUsed = new Uint8Array(maxSum + 1)
    for (let sum = maxSum; sum >= steps; sum--) {
      const platesBefore = minPlates[sum - steps] ?? unreachable
      if (platesBefore === unreachable || platesBefore + count > (minPlates[sum] ?? unreachable)) continue
      minPlates[sum] = platesBefore + count
      isUsed[sum] = 1
    }
    return isUsed
  })
  const platesOf = (sum: number): number[] => {
    const values: number[] = []
    let remaining = sum
    for (let index = bundles.length - 1; index >= 0; index--) {
      const bundle = bundles[index]
      if (!bundle || usedBundles[index]?.[remaining] !== 1) continue
      for (let count = 0; count < bundle.count; count++) values.push(bundle.value)
      remaining -= bundle.steps
    }
    return values.sort((a, b) => b - a)
  }
  const loads: SideLoad[] = []
  minPlates.forEach((count, sum) => {
    if (count === unreachable) return
    const grams = platesOf(sum).reduce((total, value) => total + value, 0) * unitGrams
    loads.push({ grams, plates: count, perSide: () => platesOf(sum).map((value) => value * unitGrams) })
  })
  return loads.sort((a, b) => a.grams - b.grams)
}

const unreachable = 2 ** 32 - 1
