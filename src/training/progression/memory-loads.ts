import type { Loads } from '../lift-state/index.ts'
import type { Loading } from '../plates/loading.ts'
import { type WeightUnit, weightUnits } from '../units.ts'

/** More than any load, in grams: used to find the lightest and heaviest available weights. */
const beyond = 100_000_000
/** Weights this close are the same, in grams. */
const same = 20

/**
 * The loads of a lift in kilograms, bodyweight part included. If the user hasn't listed what is available, these are the
 * weights lifted before and the even steps between them.
 *
 * @param bodyKilograms what the body adds to the load; 0 for most lifts
 * @param seen the weights lifted recently, in grams
 * @param stepGrams the step of the lift; undefined until it has shown one
 */
export function memoryLoads(
  loading: Loading,
  bodyKilograms: number,
  seen: readonly number[],
  stepGrams: number | undefined,
): Loads {
  const weights = loading.exact || stepGrams === undefined ? loading : evenSteps(loading, stepGrams)
  const lifted = loading.exact ? [] : seen
  const toLoad = (grams: number) => bodyKilograms + grams / 1000
  const toWeight = (load: number) => (load - bodyKilograms) * 1000
  return {
    atMost(load) {
      const target = toWeight(load) + 0.5
      const fitting = [weights.atMost(target), ...lifted].filter((grams) => grams <= target + same)
      return toLoad(fitting.length === 0 ? weights.atMost(target) : Math.max(...fitting))
    },
    above(load) {
      const present = toWeight(load) + same
      const next = weights.above(present)
      const heavier = lifted.filter((grams) => grams > present)
      const all = next === undefined ? heavier : [...heavier, next]
      return all.length === 0 ? undefined : toLoad(Math.min(...all))
    },
    below(load) {
      const present = toWeight(load) - same
      const next = weights.below(present)
      const lighter = lifted.filter((grams) => grams < present)
      const all = next === undefined ? lighter : [...lighter, next]
      return all.length === 0 ? undefined : toLoad(Math.max(...all))
    },
  }
}

/** Weights this close to a round number mean that number, in grams; people enter no finer ones, in a unit. */
const roundedBy = 10
const finest = 0.25

const isRoundIn = (grams: number, unit: WeightUnit): boolean => {
  const step = finest * weightUnits[unit].canonical
  return Math.abs(grams / step - Math.round(grams / step)) * step <= roundedBy
}

/**
 * The weights lifted, without the round numbers of the other unit where most are those of this one: 200 lb is no weight of
 * a rack in kilograms. Where most are of the other, the log was converted, and they are what there is.
 */
export function liftedIn(unit: WeightUnit, seen: readonly number[]): readonly number[] {
  const other = unit === 'kg' ? 'lb' : 'kg'
  const own = seen.filter((grams) => isRoundIn(grams, unit) || !isRoundIn(grams, other))
  return 2 * own.length >= seen.length ? own : seen
}

function evenSteps(loading: Loading, step: number): Pick<Loading, 'atMost' | 'above' | 'below'> {
  const least = loading.atMost(-beyond)
  const most = loading.atMost(beyond)
  const stepsIn = (grams: number) => Math.floor((grams + same) / step)
  return {
    atMost: (grams) => Math.max(least, stepsIn(Math.min(grams, most)) * step),
    above(grams) {
      const next = Math.max(least, (stepsIn(grams) + 1) * step)
      return next <= most + same ? next : undefined
    },
    below(grams) {
      const next = Math.min(most, (Math.ceil((grams - same) / step) - 1) * step)
      return grams > least + same ? Math.max(least, next) : undefined
    },
  }
}
