import type { Schemas } from '#generated/types.ts'
import { countUpTo } from '../ordered.ts'
import { type WeightUnit, weightUnits } from '../units.ts'
import { type SideLoad, sideLoads } from './side-loads.ts'

/** A plate, and the number of its pairs. */
export type PlatePairs = Readonly<Schemas['PlatePairs']>

export interface LoadedBar {
  /** Bar and plates of both sides, in whole grams. */
  readonly totalGrams: number
  /** Plates of each side in grams, heaviest first. */
  readonly perSide: readonly number[]
}

/** Everything that can be loaded on a bar. */
export interface Rack {
  readonly barGrams: number
  /** The largest load not above a target in grams. Undefined if even the bar alone is heavier. */
  atMost(targetGrams: number): LoadedBar | undefined
  /** The smallest load above a weight in grams. Undefined if there is none. */
  above(grams: number): LoadedBar | undefined
}

/** Loads that differ by at most this count as equal, because pounds aren't whole grams. */
export const sameLoadGrams = 1

/** If there are more combinations of both units than this, the loads in kilograms are thinned out first. */
const maxCombined = 200_000

const emptySide: SideLoad = { grams: 0, plates: 0, perSide: () => [] }

/** The loads of one side with plates of one unit, lightest first. Sums are exact in that unit. */
function loadsInUnit(plates: readonly PlatePairs[], unit: WeightUnit): SideLoad[] {
  const { canonical } = weightUnits[unit]
  const platesOfUnit = plates.filter(({ weight }) => weight.unit === unit)
  return sideLoads(
    platesOfUnit.map(({ weight, pairs }) => ({ value: weight.value, pairs })),
    canonical,
  )
}

/** The loads of one side with plates of both units. */
function combineLoads(kilograms: readonly SideLoad[], pounds: readonly SideLoad[]): SideLoad[] {
  const step = Math.ceil((kilograms.length * pounds.length) / maxCombined)
  return kilograms.flatMap((inKg, index) =>
    index % step === 0
      ? pounds.map((inLb) => ({
          grams: inKg.grams + inLb.grams,
          plates: inKg.plates + inLb.plates,
          perSide: () => [...inKg.perSide(), ...inLb.perSide()].sort((a, b) => b - a),
        }))
      : [],
  )
}

/**
 * The loads that can be made on a bar with pairs of plates: every possible sum of one side, found by a bounded search
 * rather than greedily, so pairs of 20, 15 and 15 make 30 a side from 15 + 15. Each load uses the fewest plates
 * possible. `barGrams` is 0 or more. Plates of both units may be mixed.
 */
export function plateRack(barGrams: number, plates: readonly PlatePairs[]): Rack {
  const kilograms = loadsInUnit(plates, 'kg')
  const pounds = loadsInUnit(plates, 'lb')
  const isMixed = kilograms.length > 1 && pounds.length > 1
  const loads = isMixed
    ? combineLoads(kilograms, pounds).sort((a, b) => a.grams - b.grams)
    : kilograms.length > 1
      ? kilograms
      : pounds
  const totals = Float64Array.from(loads, ({ grams }) => barGrams + 2 * grams)
  /** The load with the fewest plates, among those in a range of indexes. */
  const withFewestPlates = (first: number, last: number): LoadedBar => {
    let best = loads[first] ?? emptySide
    for (let index = first + 1; index <= last; index++) {
      const load = loads[index]
      if (load && load.plates <= best.plates) best = load
    }
    return { totalGrams: Math.round(barGrams + 2 * best.grams), perSide: best.perSide() }
  }
  const firstSame = (index: number) => countUpTo(totals, (totals[index] ?? 0) - sameLoadGrams)
  const lastSame = (index: number) => countUpTo(totals, (totals[index] ?? 0) + sameLoadGrams) - 1
  return {
    barGrams,
    atMost(targetGrams) {
      const index = countUpTo(totals, targetGrams + sameLoadGrams) - 1
      return index < 0 ? undefined : withFewestPlates(firstSame(index), index)
    },
    above(grams) {
      const index = countUpTo(totals, grams + sameLoadGrams)
      return index >= totals.length ? undefined : withFewestPlates(index, lastSame(index))
    },
  }
}
