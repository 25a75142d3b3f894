import type { Schemas } from '#generated/types.ts'
import type { Method } from './method.ts'
import type { SetWork } from './types.ts'

/** The id of a formula: `epley` … `lander`. */
export type FormulaId = Schemas['OneRepMaxFormula']

/** A formula that estimates a one-rep max from a set of several reps. */
interface Formula {
  /** The effective reps for which the formula is defined. */
  readonly defined: (n: number) => boolean
  /** The factor on the weight at `n` effective reps. */
  readonly factor: (n: number) => number
}

const anyReps = (n: number) => n > 0

/** The seven formulas, by their id in the contract; in a `method`, it is preceded by `e1rm.`. */
export const formulas = {
  /** Epley 1985, Boyd Epley Workout */
  epley: {
    defined: (n) => n >= 1,
    factor: (n) => 1 + n / 30,
  },
  /** Brzycki 1993, JOPERD 64(1) */
  brzycki: {
    defined: (n) => n > 0 && n < 37,
    factor: (n) => 36 / (37 - n),
  },
  /** Lombardi 1989, Beginning Weight Training */
  lombardi: {
    defined: anyReps,
    factor: (n) => n ** 0.1,
  },
  /** Mayhew et al. 1992, J Appl Sport Sci Res 6(4) */
  mayhew: {
    defined: anyReps,
    factor: (n) => 100 / (52.2 + 41.9 * Math.exp(-0.055 * n)),
  },
  /** O'Conner et al. 1989, Weight Training Today */
  oconner: {
    defined: anyReps,
    factor: (n) => 1 + n / 40,
  },
  /** Wathan 1994, Essentials of Strength Training and Conditioning */
  wathan: {
    defined: anyReps,
    factor: (n) => 100 / (48.8 + 53.8 * Math.exp(-0.075 * n)),
  },
  /** Lander 1985, NSCA Journal 6(6) */
  lander: {
    defined: (n) => n > 0 && n < 37,
    factor: (n) => 100 / (101.3 - 2.67123 * n),
  },
} as const satisfies Record<FormulaId, Formula>

/** All formulas, in the order in which responses list them. */
export const formulaIds: readonly FormulaId[] = [
  'epley',
  'brzycki',
  'lombardi',
  'mayhew',
  'oconner',
  'wathan',
  'lander',
]

/** The formula for users who chose none. */
export const defaultFormula = 'epley' satisfies FormulaId

/**
 * The range in which an estimate is reliable enough to return: up to 12 effective reps, at most 4 of them in
 * reserve. Beyond that the formulas diverge and people misjudge their reps in reserve (Reynolds 2006, Nuzzo
 * 2024).
 */
export const oneRepMaxWindow = { maxEffectiveReps: 12, maxRepsInReserve: 4 } as const

/** The confidence in an estimate, by effective reps: up to 5, 10 and 12 (Reynolds 2006). */
export type Confidence = Schemas['Confidence']

/** An estimated one-rep max, in the unit of the given weight. An estimate, never a tested maximum. */
export interface OneRepMax {
  readonly value: number
  /** The lowest and highest result of the formulas that are defined for these effective reps. */
  readonly low: number
  readonly high: number
  readonly confidence: Confidence
  /** Reps done plus reps in reserve. */
  readonly effectiveReps: number
  readonly method: Method<`e1rm.${FormulaId}`>
}

/** The part of a set that an estimate is based on; `weight` in any unit. */
export interface RepsAtWeight extends Pick<SetWork, 'reps' | 'rpe' | 'rir'> {
  readonly weight: number
}

const parameters = { ...oneRepMaxWindow } as const

/** The method reported with estimates by a formula. */
export const oneRepMaxMethod = (formula: FormulaId = defaultFormula): Method<`e1rm.${FormulaId}`> => ({
  id: `e1rm.${formula}`,
  parameters,
})

/**
 * A formula by itself, without the window: the one-rep max for `weight` at `n` effective reps, in the
 * weight's unit. A single is its own one-rep max, whatever the equation says at 1. Undefined outside the
 * formula's domain.
 */
export function oneRepMaxBy(formula: FormulaId, weight: number, n: number): number | undefined {
  const { defined, factor } = formulas[formula]
  if (n === 1) return weight
  return defined(n) ? weight * factor(n) : undefined
}

/** Reps in reserve: as logged, else `10 − rpe` (Zourdos 2016), else undefined. */
export function repsInReserve({ rir, rpe }: Pick<SetWork, 'rpe' | 'rir'>): number | undefined {
  return rir ?? (rpe === undefined ? undefined : 10 - rpe)
}

/**
 * Reps done plus reps in reserve, or undefined outside the window (`oneRepMaxWindow`). A set without RPE or RIR
 * is assumed to have gone to failure, which never overestimates.
 */
export function effectiveReps(set: Pick<SetWork, 'reps' | 'rpe' | 'rir'>): number | undefined {
  const { reps } = set
  const reserve = repsInReserve(set) ?? 0
  if (reps === undefined || !(reps >= 1)) return undefined
  if (!(reserve >= 0 && reserve <= oneRepMaxWindow.maxRepsInReserve)) return undefined
  const n = reps + reserve
  return n <= oneRepMaxWindow.maxEffectiveReps ? n : undefined
}

function confidenceAt(n: number): Confidence {
  if (n <= 5) return 'high'
  return n <= 10 ? 'medium' : 'low'
}

/**
 * The estimated one-rep max of a set by `formula`, with the spread of all formulas. Undefined where there is
 * no estimate: no reps, no weight, or outside the window of 12 effective reps and 4 in reserve. A one-rep-max
 * test itself has a median CV of 4.2% (Grgic 2020).
 */
export function estimateOneRepMax(
  set: RepsAtWeight,
  formula: FormulaId = defaultFormula,
): OneRepMax | undefined {
  const n = effectiveReps(set)
  if (n === undefined || !(set.weight > 0)) return undefined
  const value = oneRepMaxBy(formula, set.weight, n)
  if (value === undefined) return undefined
  let low = value
  let high = value
  for (const id of formulaIds) {
    const estimate = oneRepMaxBy(id, set.weight, n) ?? value
    low = Math.min(low, estimate)
    high = Math.max(high, estimate)
  }
  if (!Number.isFinite(high)) return undefined
  return { value, low, high, confidence: confidenceAt(n), effectiveReps: n, method: oneRepMaxMethod(formula) }
}
