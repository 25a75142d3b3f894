import type { Schemas } from '#generated/types.ts'
import { weightUnits } from '../units.ts'

/** A plate, and how many pairs of it there are. */
export type PlatePairs = Readonly<Schemas['PlatePairs']>

/** A loaded bar. */
export interface LoadedBar {
  /** Bar and plates of both sides, in whole grams. */
  readonly totalGrams: number
  /** Plates of each side in grams, heaviest first. */
  readonly perSide: readonly number[]
}

/** Everything that can be loaded on a bar. */
export interface Rack {
  readonly barGrams: number
  /** The largest load not above a target in grams; undefined when even the bar alone is heavier. */
  atMost(targetGrams: number): LoadedBar | undefined
  /** The smallest load above a weight in grams; undefined if there is none. */
  above(grams: number): LoadedBar | undefined
}

/** Pounds aren't whole grams: loads that differ by less are the same. */
export const sameLoadGrams = 1

/**
 * How many different sums of one side are told apart; beyond that they are rounded, never up to a load above
 * a target.
 */
const mostSums = 60_000
/** In units of 0.01 g, so that plates in 0.01 lb stay distinct. */
const scale = 100

interface Kind {
  readonly grams: number
  readonly pairs: number
  /** Weight in steps of the search, rounded up. */
  readonly steps: number
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b)

function kindsOf(plates: readonly PlatePairs[]): Kind[] {
  const weights = plates
    .map(({ weight, pairs }) => ({ grams: weight.value * weightUnits[weight.unit].canonical, pairs }))
    .filter(({ grams, pairs }) => grams > 0 && pairs > 0)
    .sort((a, b) => b.grams - a.grams)
  const fine = weights.map(({ grams }) => Math.round(grams * scale))
  const total = weights.reduce((sum, { pairs }, index) => sum + (fine[index] ?? 0) * pairs, 0)
  const common = fine.reduce((divisor, weight) => greatestCommonDivisor(divisor, weight), 0)
  const step = Math.max(common, Math.ceil(total / mostSums), 1)
  return weights.map((kind, index) => ({ ...kind, steps: Math.max(1, Math.ceil((fine[index] ?? 0) / step)) }))
}

/** For each sum of one side, the kind of plate that first reached it, heavier kinds first; −1 for none. */
function reach(kinds: readonly Kind[]): Int16Array {
  const most = kinds.reduce((sum, { steps, pairs }) => sum + steps * pairs, 0)
  const reachedWith = new Int16Array(most + 1).fill(-1)
  reachedWith[0] = kinds.length
  const used = new Uint16Array(most + 1)
  kinds.forEach(({ steps, pairs }, index) => {
    used.fill(0)
    for (let sum = steps; sum <= most; sum++) {
      const before = sum - steps
      if (reachedWith[sum] !== -1 || reachedWith[before] === -1) continue
      const count = (used[before] ?? 0) + 1
      if (count > pairs) continue
      reachedWith[sum] = index
      used[sum] = count
    }
  })
  return reachedWith
}

function perSideOf(sum: number, kinds: readonly Kind[], reachedWith: Int16Array): number[] {
  const plates: number[] = []
  for (let rest = sum; rest > 0; ) {
    const kind = kinds[reachedWith[rest] ?? -1]
    if (!kind) break
    plates.push(kind.grams)
    rest -= kind.steps
  }
  return plates.sort((a, b) => b - a)
}

/**
 * What can be loaded on a bar with pairs of plates: every possible sum of a side, found by a bounded subset
 * search rather than greedily, so pairs of 20, 15 and 15 make 30 a side from 15 + 15. `barGrams` is 0 or
 * more. Plates of both units may be mixed.
 */
export function plateRack(barGrams: number, plates: readonly PlatePairs[]): Rack {
  const kinds = kindsOf(plates)
  const reachedWith = reach(kinds)
  const sides = new Float64Array(reachedWith.length)
  const loads: { readonly sum: number; readonly total: number }[] = []
  reachedWith.forEach((index, sum) => {
    if (index === -1) return
    const kind = kinds[index]
    const side = kind ? (sides[sum - kind.steps] ?? 0) + kind.grams : 0
    sides[sum] = side
    loads.push({ sum, total: barGrams + 2 * side })
  })
  loads.sort((a, b) => a.total - b.total)
  const loaded = (index: number): LoadedBar | undefined => {
    const load = loads[index]
    return load && { totalGrams: Math.round(load.total), perSide: perSideOf(load.sum, kinds, reachedWith) }
  }
  const lastAtMost = (grams: number) => {
    let low = 0
    let high = loads.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((loads[middle]?.total ?? Number.POSITIVE_INFINITY) <= grams) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  return {
    barGrams,
    atMost: (targetGrams) => loaded(lastAtMost(targetGrams + sameLoadGrams)),
    above: (grams) => loaded(lastAtMost(grams + sameLoadGrams) + 1),
  }
}
