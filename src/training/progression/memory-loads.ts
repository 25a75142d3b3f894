import type { Loads } from '../lift-state/index.ts'
import type { Loading } from '../plates/loading.ts'
import { type WeightUnit, weightUnits } from '../units.ts'

/** More than any load, in grams: used to find the lightest and heaviest available weights. */
const heavierThanAny = 100_000_000
/** The maximum difference, in grams, between weights that count as the same. */
const tolerance = 20

/**
 * The loads of a lift in kilograms, bodyweight part included. If the user hasn't listed what is available, these are
 * the weights lifted before and the even steps between them.
 *
 * @param bodyKilograms the body's part of the load; 0 for most lifts
 * @param logged the weights lifted recently, in grams
 * @param stepGrams the step of the lift; undefined until the log shows one
 */
export function memoryLoads(
  loading: Loading,
  bodyKilograms: number,
  logged: readonly number[],
  stepGrams: number | undefined,
): Loads {
  const weights = loading.exact || stepGrams === undefined ? loading : evenSteps(loading, stepGrams)
  const lifted = loading.exact ? [] : logged
  const toLoad = (grams: number) => bodyKilograms + grams / 1000
  const toWeight = (load: number) => (load - bodyKilograms) * 1000
  return {
    atMost(load) {
      const target = toWeight(load) + 0.5
      const available = weights.atMost(target)
      let heaviest = available <= target + tolerance ? available : Number.NEGATIVE_INFINITY
      for (const grams of lifted) if (grams <= target + tolerance) heaviest = Math.max(heaviest, grams)
      return toLoad(heaviest === Number.NEGATIVE_INFINITY ? available : heaviest)
    },
    above(load) {
      const current = toWeight(load) + tolerance
      const next = weights.above(current)
      const heavier = lifted.filter((grams) => grams > current)
      const choices = next === undefined ? heavier : [...heavier, next]
      return choices.length === 0 ? undefined : toLoad(Math.min(...choices))
    },
    below(load) {
      const current = toWeight(load) - tolerance
      const next = weights.below(current)
      const lighter = lifted.filter((grams) => grams < current)
      const choices = next === undefined ? lighter : [...lighter, next]
      return choices.length === 0 ? undefined : toLoad(Math.max(...choices))
    },
  }
}

/** The maximum distance, in grams, of a weight from the round number that was meant. */
const roundingGrams = 10
/** The step of round numbers, in either unit. */
const roundStep = 0.25

const isRoundIn = (grams: number, unit: WeightUnit): boolean => {
  const step = roundStep * weightUnits[unit].canonical
  return Math.abs(grams / step - Math.round(grams / step)) * step <= roundingGrams
}

/**
 * The weights lifted, without the round numbers of the other unit if most are round in `unit`: a rack in kilograms has
 * no 200 lb. If most are round in the other unit, the log was converted, and all of them are available.
 */
export function loadsOfUnit(unit: WeightUnit, lifted: readonly number[]): readonly number[] {
  const otherUnit = unit === 'kg' ? 'lb' : 'kg'
  const roundInUnit = lifted.filter((grams) => isRoundIn(grams, unit) || !isRoundIn(grams, otherUnit))
  return 2 * roundInUnit.length >= lifted.length ? roundInUnit : lifted
}

function evenSteps(loading: Loading, step: number): Pick<Loading, 'atMost' | 'above' | 'below'> {
  const lightest = loading.atMost(-heavierThanAny)
  const heaviest = loading.atMost(heavierThanAny)
  const stepsIn = (grams: number) => Math.floor((grams + tolerance) / step)
  return {
    atMost: (grams) => Math.max(lightest, stepsIn(Math.min(grams, heaviest)) * step),
    above(grams) {
      const next = Math.max(lightest, (stepsIn(grams) + 1) * step)
      return next <= heaviest + tolerance ? next : undefined
    },
    below(grams) {
      const next = Math.min(heaviest, (Math.ceil((grams - tolerance) / step) - 1) * step)
      return grams > lightest + tolerance ? Math.max(lightest, next) : undefined
    },
  }
}
