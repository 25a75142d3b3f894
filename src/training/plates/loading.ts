import type { Schemas } from '#generated/types.ts'
import { type WeightUnit, weightUnits } from '../units.ts'
import { type LoadedBar, type PlatePairs, plateRack, sameLoadGrams } from './rack.ts'

/** The available weights, all in grams. */
export interface Loading {
  /** The largest load not above a target, or the lightest available load if all are heavier. */
  atMost(targetGrams: number): number
  /** The load nearest to a target, or the heavier one if two are equally near. */
  nearest(targetGrams: number): number
  /** The smallest load above a weight. Undefined if there is none. */
  above(grams: number): number | undefined
  /** The largest load below a weight. Undefined if there is none. */
  below(grams: number): number | undefined
  /** Whether exactly this load is available. */
  has(grams: number): boolean
  /** The plates on each side, heaviest first. Undefined if the user's plates aren't known. */
  platesFor(grams: number): readonly number[] | undefined
  /** Whether the user listed the available plates. If not, any weight lifted before is available too. */
  readonly exact: boolean
}

type Equipment = Schemas['Equipment']

/**
 * The weights of standard bars, by the unit that a user trains in. Those of Smith machines and landmines vary too much
 * to guess.
 */
export const barWeights = {
  barbell: { kg: 20, lb: 45 },
  ez_bar: { kg: 10, lb: 20 },
  trap_bar: { kg: 25, lb: 55 },
} as const satisfies Partial<Record<Equipment, Record<WeightUnit, number>>>

/** Lighter bars, heaviest first: training, technique and fixed ones. */
const lighterBars = {
  kg: [20, 15, 10, 7.5, 5],
  lb: [45, 35, 25, 20, 15, 10],
} as const satisfies Record<WeightUnit, readonly number[]>

/** The heaviest lighter bar up to a weight in grams; a weight lighter than all is itself taken for a bar. */
function lighterBar(grams: number, unit: WeightUnit): number {
  const { canonical } = weightUnits[unit]
  const bar = lighterBars[unit].find((value) => value * canonical <= grams + sameLoadGrams)
  return bar === undefined ? grams : bar * canonical
}

/**
 * The smallest usual step: a pair of the smallest plates (1.25 kg, 2.5 lb), and the usual spacing of
 * dumbbells and stacks.
 */
export const usualStep = { kg: 2.5, lb: 5 } as const satisfies Record<WeightUnit, number>

/** Kettlebells in kilograms come in larger steps. */
const kettlebellStep = { kg: 4, lb: 5 } as const satisfies Record<WeightUnit, number>

const stepFor = (equipment: Equipment | undefined, unit: WeightUnit): number =>
  (equipment === 'kettlebell' ? kettlebellStep : usualStep)[unit]

/** The equipment, unit and plates that decide which weights are available. */
export interface LoadingOptions {
  readonly equipment?: Equipment | undefined
  readonly unit: WeightUnit
  /** The user's plates. Without any, weights have the usual steps. */
  readonly plates?: readonly PlatePairs[] | undefined
  /** In grams; by default `barWeights`. */
  readonly barGrams?: number | undefined
  /** The lightest weight lifted recently or planned, in grams. If the usual bar is heavier, there is a lighter one. */
  readonly lightestGrams?: number | undefined
  /** The user's own increment in grams, which implies that steps this small are available. */
  readonly incrementGrams?: number | undefined
  /** Whether weights may be below 0, as assistance of bodyweight lifts. */
  readonly assisted?: boolean | undefined
  /** Whether there is no way to add weight. */
  readonly noLoad?: boolean | undefined
  /** Whether the lift always has a weight. The lightest is then one step, or the lightest lifted if that is less. */
  readonly weighted?: boolean | undefined
}

/** Adds the parts of `Loading` that follow from the others. */
function loadingOf(parts: Omit<Loading, 'nearest' | 'below'>): Loading {
  return {
    ...parts,
    below(grams) {
      const lighter = parts.atMost(grams - 2 * sameLoadGrams)
      return lighter < grams - sameLoadGrams ? lighter : undefined
    },
    nearest(targetGrams) {
      const below = parts.atMost(targetGrams)
      const above = parts.above(below)
      return above !== undefined && above - targetGrams <= targetGrams - below + sameLoadGrams ? above : below
    },
  }
}

function plateLoading(barGrams: number, plates: readonly PlatePairs[]): Loading {
  const rack = plateRack(barGrams, plates)
  const bar: LoadedBar = { totalGrams: Math.round(barGrams), perSide: [] }
  const loadedBar = (grams: number) => rack.atMost(grams) ?? bar
  const has = (grams: number) => Math.abs(loadedBar(grams).totalGrams - grams) <= sameLoadGrams
  return loadingOf({
    exact: true,
    atMost: (targetGrams) => loadedBar(targetGrams).totalGrams,
    above: (grams) => rack.above(grams)?.totalGrams,
    has,
    platesFor: (grams) => (has(grams) ? loadedBar(grams).perSide : undefined),
  })
}

function stepLoading(stepGrams: number, minGrams: number, maxGrams: number): Loading {
  const atMost = (targetGrams: number) => {
    const steps = Math.floor((Math.min(targetGrams, maxGrams) + sameLoadGrams) / stepGrams)
    return Math.round(Math.max(minGrams, steps * stepGrams)) + 0
  }
  const above = (grams: number) =>
    Math.round(Math.max(minGrams, (Math.floor((grams + sameLoadGrams) / stepGrams) + 1) * stepGrams)) + 0
  return loadingOf({
    exact: false,
    atMost,
    above: (grams) => (above(grams) <= maxGrams ? above(grams) : undefined),
    has: (grams) => Math.abs(atMost(grams) - grams) <= sameLoadGrams,
    platesFor: () => undefined,
  })
}

/** The loads of two bars. The plates are those for the first bar if it can have the load. */
const eitherBar = (first: Loading, second: Loading): Loading =>
  loadingOf({
    exact: true,
    atMost(targetGrams) {
      const [a, b] = [first.atMost(targetGrams), second.atMost(targetGrams)]
      return Math.max(a, b) > targetGrams + sameLoadGrams ? Math.min(a, b) : Math.max(a, b)
    },
    above(grams) {
      const above = Math.min(first.above(grams) ?? unavailable, second.above(grams) ?? unavailable)
      return above < unavailable ? above : undefined
    },
    has: (grams) => first.has(grams) || second.has(grams),
    platesFor: (grams) => first.platesFor(grams) ?? second.platesFor(grams),
  })

const unavailable = Number.POSITIVE_INFINITY

/**
 * The weights that can be loaded for an exercise: those that the user's plates make on a barbell, EZ bar or trap
 * bar. For other equipment, or without known plates, those in the usual steps of the unit and the equipment, or in the
 * user's own increment if that is smaller.
 */
export function loadingFor(options: LoadingOptions): Loading {
  const { equipment, unit, plates, lightestGrams, incrementGrams, assisted, noLoad, weighted } = options
  const { canonical } = weightUnits[unit]
  const bars: Partial<Record<Equipment, Record<WeightUnit, number>>> = barWeights
  const usualBar = equipment && bars[equipment]?.[unit]
  const barGrams = options.barGrams ?? (usualBar === undefined ? undefined : usualBar * canonical)
  const isLighter =
    barGrams !== undefined && lightestGrams !== undefined && lightestGrams < barGrams - sameLoadGrams
  const lighterGrams = isLighter ? lighterBar(lightestGrams, unit) : undefined
  if (barGrams !== undefined && plates && plates.length > 0) {
    const loading = plateLoading(barGrams, plates)
    return lighterGrams === undefined ? loading : eitherBar(loading, plateLoading(lighterGrams, plates))
  }
  const usualStepGrams = stepFor(equipment, unit) * canonical
  const step =
    incrementGrams !== undefined && incrementGrams > 0
      ? Math.min(incrementGrams, usualStepGrams)
      : usualStepGrams
  const lightest = weighted ? Math.min(step, lightestGrams ?? step) : 0
  const minWeight = assisted ? Number.NEGATIVE_INFINITY : (lighterGrams ?? barGrams ?? lightest)
  return stepLoading(step, minWeight, noLoad ? Math.max(0, minWeight) : Number.POSITIVE_INFINITY)
}
