import type { Schemas } from '#generated/types.ts'
import { type WeightUnit, weightUnits } from '../units.ts'
import { type LoadedBar, type PlatePairs, plateRack, sameLoadGrams } from './rack.ts'

/** Which weights are available. All in grams. */
export interface Loading {
  /** The largest load not above a target; the lightest available one if all are heavier. */
  atMost(targetGrams: number): number
  /** The load nearest to a target; the heavier one if two are equally near, as people round. */
  nearest(targetGrams: number): number
  /** The smallest load above a weight; undefined when there is none. */
  above(grams: number): number | undefined
  /** The largest load below a weight; undefined when there is none. */
  below(grams: number): number | undefined
  /** Whether exactly this load is available. */
  has(grams: number): boolean
  /** Plates on each side, heaviest first; undefined if no plates are known. */
  platesFor(grams: number): readonly number[] | undefined
  /** Whether the user listed what is available; if not, any weight lifted before is available too. */
  readonly exact: boolean
}

type Equipment = Schemas['Equipment']

/**
 * The weights of standard bars, by the unit that a user trains in; Smith machines and landmines vary too much
 * to guess.
 */
export const barWeights = {
  barbell: { kg: 20, lb: 45 },
  ez_bar: { kg: 10, lb: 20 },
  trap_bar: { kg: 25, lb: 55 },
} as const satisfies Partial<Record<Equipment, Record<WeightUnit, number>>>

/**
 * The smallest usual step: a pair of the smallest plates (1.25 kg, 2.5 lb), and the usual spacing of
 * dumbbells and stacks.
 */
export const usualStep = { kg: 2.5, lb: 5 } as const satisfies Record<WeightUnit, number>

/** Kettlebells come in larger steps. */
const kettlebellStep = { kg: 4, lb: 5 } as const satisfies Record<WeightUnit, number>

const stepFor = (equipment: Equipment | undefined, unit: WeightUnit): number =>
  (equipment === 'kettlebell' ? kettlebellStep : usualStep)[unit]

/** The equipment, unit and plates that decide which weights are available. */
export interface LoadingOptions {
  readonly equipment?: Equipment | undefined
  readonly unit: WeightUnit
  /** The user's plates; without any, the usual steps. */
  readonly plates?: readonly PlatePairs[] | undefined
  /** In grams; by default `barWeights`. */
  readonly barGrams?: number | undefined
  /** The user's own increment in grams: it implies that steps this small are available. */
  readonly incrementGrams?: number | undefined
  /** Bodyweight lifts: weights below 0 are assistance. */
  readonly assisted?: boolean | undefined
  /** Whether there is no way to add weight. */
  readonly noLoad?: boolean | undefined
}

/** The parts of `Loading` that follow from the loads below and above a target. */
function loadingOf(rest: Omit<Loading, 'nearest' | 'below'>): Loading {
  return {
    ...rest,
    below(grams) {
      const lighter = rest.atMost(grams - 2 * sameLoadGrams)
      return lighter < grams - sameLoadGrams ? lighter : undefined
    },
    nearest(targetGrams) {
      const below = rest.atMost(targetGrams)
      const above = rest.above(below)
      return above !== undefined && above - targetGrams <= targetGrams - below + sameLoadGrams ? above : below
    },
  }
}

function plateLoading(barGrams: number, plates: readonly PlatePairs[]): Loading {
  const rack = plateRack(barGrams, plates)
  const bar: LoadedBar = { totalGrams: Math.round(barGrams), perSide: [] }
  const under = (grams: number) => rack.atMost(grams) ?? bar
  const has = (grams: number) => Math.abs(under(grams).totalGrams - grams) <= sameLoadGrams
  return loadingOf({
    exact: true,
    atMost: (targetGrams) => under(targetGrams).totalGrams,
    above: (grams) => rack.above(grams)?.totalGrams,
    has,
    platesFor: (grams) => (has(grams) ? under(grams).perSide : undefined),
  })
}

function stepLoading(stepGrams: number, leastGrams: number, mostGrams: number): Loading {
  const atMost = (targetGrams: number) => {
    const steps = Math.floor((Math.min(targetGrams, mostGrams) + sameLoadGrams) / stepGrams)
    return Math.round(Math.max(leastGrams, steps * stepGrams)) + 0
  }
  const above = (grams: number) =>
    Math.round(Math.max(leastGrams, (Math.floor((grams + sameLoadGrams) / stepGrams) + 1) * stepGrams)) + 0
  return loadingOf({
    exact: false,
    atMost,
    above: (grams) => (above(grams) <= mostGrams ? above(grams) : undefined),
    has: (grams) => Math.abs(atMost(grams) - grams) <= sameLoadGrams,
    platesFor: () => undefined,
  })
}

/**
 * What can be loaded for an exercise: with the user's plates on a barbell, EZ bar or trap bar; otherwise, and
 * without known plates, in the usual steps of the unit and the equipment, or in the user's own increment if that
 * is smaller.
 */
export function loadingFor(options: LoadingOptions): Loading {
  const { equipment, unit, plates, incrementGrams, assisted, noLoad } = options
  const { canonical } = weightUnits[unit]
  const bars: Partial<Record<Equipment, Record<WeightUnit, number>>> = barWeights
  const usualBar = equipment && bars[equipment]?.[unit]
  const barGrams = options.barGrams ?? (usualBar === undefined ? undefined : usualBar * canonical)
  if (barGrams !== undefined && plates && plates.length > 0) return plateLoading(barGrams, plates)
  const usual = stepFor(equipment, unit) * canonical
  const step = incrementGrams !== undefined && incrementGrams > 0 ? Math.min(incrementGrams, usual) : usual
  const least = assisted ? Number.NEGATIVE_INFINITY : (barGrams ?? 0)
  return stepLoading(step, least, noLoad ? Math.max(0, least) : Number.POSITIVE_INFINITY)
}
