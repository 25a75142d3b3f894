/** A plate of one unit, and how many pairs of it there are. */
interface Plates {
  readonly value: number
  readonly pairs: number
}

/** What one side of a bar can hold. */
export interface SideLoad {
  readonly grams: number
  /** How many plates it takes: as few as possible. */
  readonly plates: number
  /** Their weights in grams, heaviest first. */
  perSide(): number[]
}

/** The most distinct sums; beyond that, plates are rounded up, so that no load is heavier than stated. */
const maxSums = 60_000
/** The resolution of plate weights, as a fraction of a unit. */
const finest = 1_000_000

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
  const fine = plates.map(({ value }) => Math.round(value * finest))
  const common = fine.reduce((divisor, weight) => greatestCommonDivisor(divisor, weight), 0)
  const total = plates.reduce((sum, { pairs }, index) => sum + (fine[index] ?? 0) * pairs, 0)
  return Math.max(common, Math.ceil(total / maxSums), 1)
}

function bundlesOf(plates: readonly Plates[]): Bundle[] {
  const step = stepOf(plates)
  // Lightest first, so that among ways with equally few plates the one with the heaviest plate wins.
  const sorted = plates.toSorted((a, b) => a.value - b.value)
  return sorted.flatMap(({ value, pairs }) => {
    const steps = Math.max(1, Math.ceil(Math.round(value * finest) / step))
    const bundles: Bundle[] = []
    for (let left = pairs, count = 1; left > 0; count *= 2) {
      const taken = Math.min(count, left)
      bundles.push({ value, count: taken, steps: steps * taken })
      left -= taken
    }
    return bundles
  })
}

/**
 * Everything that a side can hold with these plates, lightest first, each load with as few plates as possible.
 * `unitGrams` is the weight of one unit of `value`.
 */
export function sideLoads(plates: readonly Plates[], unitGrams: number): SideLoad[] {
  const bundles = bundlesOf(plates.filter(({ value, pairs }) => value > 0 && pairs > 0))
  const most = bundles.reduce((sum, { steps }) => sum + steps, 0)
  const fewest = new Uint32Array(most + 1).fill(unreachable)
  fewest[0] = 0
  const taken = bundles.map(({ steps, count }) => {
    const takes = new Uint8Array(most + 1)
    for (let sum = most; sum >= steps; sum--) {
      const before = fewest[sum - steps] ?? unreachable
      if (before === unreachable || before + count > (fewest[sum] ?? unreachable)) continue
      fewest[sum] = before + count
      takes[sum] = 1
    }
    return takes
  })
  const platesOf = (sum: number): number[] => {
    const values: number[] = []
    let rest = sum
    for (let index = bundles.length - 1; index >= 0; index--) {
      const bundle = bundles[index]
      if (!bundle || taken[index]?.[rest] !== 1) continue
      for (let count = 0; count < bundle.count; count++) values.push(bundle.value)
      rest -= bundle.steps
    }
    return values.sort((a, b) => b - a)
  }
  const loads: SideLoad[] = []
  fewest.forEach((count, sum) => {
    if (count === unreachable) return
    const grams = platesOf(sum).reduce((total, value) => total + value, 0) * unitGrams
    loads.push({ grams, plates: count, perSide: () => platesOf(sum).map((value) => value * unitGrams) })
  })
  return loads.sort((a, b) => a.grams - b.grams)
}

const unreachable = 2 ** 32 - 1
