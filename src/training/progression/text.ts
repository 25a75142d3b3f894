import { bodyweightShareOf } from '../load.ts'
import type { ExerciseFacts } from '../types.ts'
import { fromGrams, rounded, toGrams, type WeightUnit } from '../units.ts'

/** The reps and weight of a performed or prescribed set. */
export interface TextSet {
  readonly weight?: number | undefined
  readonly reps: number
  readonly openEnded?: boolean | undefined
}

/** The smallest step of the weights that people enter, in either unit. */
const enteredStep = 0.05

/**
 * An amount of weight: `62.5 kg`. If it can't have been entered in the unit, such as kilograms shown in pounds, it is
 * rounded.
 */
export function amountText(grams: number, unit: WeightUnit): string {
  const { value } = fromGrams(grams, unit)
  const entered = rounded(Math.round(value / enteredStep) * enteredStep, 2)
  return Math.abs(toGrams({ value: entered, unit }) - grams) <= 1
    ? `${entered} ${unit}`
    : estimateText(grams, unit)
}

/** Amounts below this, in either unit, get a decimal. */
const smallAmount = 50

/** An estimated weight: without false precision. */
export function estimateText(grams: number, unit: WeightUnit): string {
  const { value } = fromGrams(grams, unit)
  return `${rounded(value, value < smallAmount ? 1 : 0)} ${unit}`
}

/** A weight as people say it: `62.5 kg`, `20 kg each hand`, `bodyweight + 10 kg`, `15 kg of assistance`. */
export function weightText(grams: number, facts: ExerciseFacts, unit: WeightUnit): string {
  if (bodyweightShareOf(facts) > 0) {
    if (grams === 0) return 'bodyweight'
    return grams > 0 ? `bodyweight + ${amountText(grams, unit)}` : `${amountText(-grams, unit)} of assistance`
  }
  return amountText(grams, unit) + (facts.perHand ? ' each hand' : '')
}

/**
 * Sets as people say them: `3 × 8 at 62.5 kg`, `12, 11, 10 at 100 kg`, or `5 at 65 kg, 5 at 75 kg,
 * 5+ at 85 kg`.
 */
export function setsText(sets: readonly TextSet[], facts: ExerciseFacts, unit: WeightUnit): string {
  const repsText = ({ reps, openEnded }: TextSet) => `${reps}${openEnded ? '+' : ''}`
  const atText = ({ weight }: TextSet) =>
    weight === undefined ? '' : ` at ${weightText(weight, facts, unit)}`
  const [first] = sets
  if (!first) return 'nothing'
  if (sets.some(({ weight }) => weight !== first.weight))
    return sets.map((set) => repsText(set) + atText(set)).join(', ')
  const isEven = sets.every((set) => repsText(set) === repsText(first))
  if (isEven) return `${sets.length} × ${repsText(first)}${atText(first)}`
  return sets.map(repsText).join(', ') + atText(first)
}

/** `once`, `twice`, `3 times`. */
export const timesText = (times: number): string => ['never', 'once', 'twice'][times] ?? `${times} times`
