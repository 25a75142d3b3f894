import type { Schemas } from '#generated/types.ts'
import { countUpTo } from '../ordered.ts'
import { type WeightUnit, weightUnits } from '../units.ts'
import { type SideLoad, sideLoads } from './side-loads.ts'

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

/** Pounds aren't whole grams, so loads that differ by less count as equal. */
export const sameLoadGrams = 1

/** If there are more loads than this, those of each unit are thinned out before the units are combined. */
const maxCombined = 200_000

const none: SideLoad = { grams: 0, plates: 0, perSide: () => [] }

/** The loads of one side with plates of one unit, lightest first. Sums are exact in that unit. */
function loadsInUnit(plates: readonly PlatePairs[], unit: WeightUnit): SideLoad[] {
  const { canonical } = weightUnits[unit]
  const own = plates.filter(({ weight }) => weight.unit === unit)
  return sideLoads(
    own.map(({ weight, pairs }) => ({ value: weight.value, pairs })),
    canonical,
  )
}

/** Both units on one side. */
function combined(some: readonly SideLoad[], others: readonly SideLoad[]): SideLoad[] {
  const every = Math.ceil((some.length * others.length) / maxCombined)
  return some.flatMap((one, index) =>
    index % every === 0
      ? others.map((other) => ({
          grams: one.grams + other.grams,
          plates: one.plates + other.plates,
          perSide: () => [...one.perSide(), ...other.perSide()].sort((a, b) => b - a),
        }))
      : [],
  )
}

/**
 * What can be loaded on a bar with pairs of plates: every possible sum of one side, found by a bounded search
 * rather than greedily, so pairs of 20, 15 and 15 make 30 a side from 15 + 15. Each load uses the fewest
 * plates. `barGrams` is 0 or more. Plates of both units may be mixed.
 */
export function plateRack(barGrams: number, plates: readonly PlatePairs[]): Rack {
  const kilograms = loadsInUnit(plates, 'kg')
  const pounds = loadsInUnit(plates, 'lb')
  const isMixed = kilograms.length > 1 && pounds.length > 1
  const loads = isMixed
    ? combined(kilograms, pounds).sort((a, b) => a.grams - b.grams)
    : kilograms.length > 1
      ? kilograms
      : pounds
  const totals = Float64Array.from(loads, ({ grams }) => barGrams + 2 * grams)
  /** The load with the fewest plates, among those in a range of indexes. */
  const fewest = (first: number, last: number): LoadedBar => {
    let best = loads[first] ?? none
    for (let place = first + 1; place <= last; place++) {
      const load = loads[place]
      if (load && load.plates <= best.plates) best = load
    }
    return { totalGrams: Math.round(barGrams + 2 * best.grams), perSide: best.perSide() }
  }
  const sameFrom = (place: number) => countUpTo(totals, (totals[place] ?? 0) - sameLoadGrams)
  const sameUpTo = (place: number) => countUpTo(totals, (totals[place] ?? 0) + sameLoadGrams) - 1
  return {
    barGrams,
    atMost(targetGrams) {
      const place = countUpTo(totals, targetGrams + sameLoadGrams) - 1
      return place < 0 ? undefined : fewest(sameFrom(place), place)
    },
    above(grams) {
      const place = countUpTo(totals, grams + sameLoadGrams)
      return place >= totals.length ? undefined : fewest(place, sameUpTo(place))
    },
  }
}
