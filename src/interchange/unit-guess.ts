import type { WeightUnit } from '#training/units.ts'

/** Which loads suggest a unit. */
interface Sign {
  readonly speaksFor: WeightUnit
  /** How much one such set counts. */
  readonly points: number
  readonly what: string
  readonly holds: (weight: number) => boolean
}

const isMultiple = (weight: number, of: number) =>
  weight > 0 && Math.abs(weight / of - Math.round(weight / of)) < 1e-9
const isOneOf = (...loads: readonly number[]) => {
  const set = new Set(loads)
  return (weight: number) => set.has(weight)
}
/** Nobody enters this many decimals. */
const isReckoned = (weight: number) => (String(weight).split('.')[1] ?? '').length > 4

/** The steps of plates, dumbbells and stacks. Multiples of 5 suggest neither unit: both have them. */
const signs: readonly Sign[] = [
  {
    speaksFor: 'lb',
    points: 3,
    what: 'loads with the dirt of a conversion from kilograms (149.99999999999997)',
    holds: (weight) => isReckoned(weight) && Math.abs(weight - Math.round(weight * 4) / 4) < 1e-6 * weight,
  },
  {
    speaksFor: 'lb',
    points: 2,
    what: 'loads of a 45-pound bar with 45- and 25-pound plates (95, 135, 185, 225, …)',
    holds: isOneOf(95, 115, 135, 185, 205, 225, 275, 315, 365, 405, 455, 495),
  },
  { speaksFor: 'lb', points: 1, what: 'the empty 45-pound bar (45)', holds: isOneOf(45) },
  {
    speaksFor: 'lb',
    points: 1,
    what: 'loads above 300, rare in kilograms',
    holds: (weight) => weight > 300,
  },
  {
    speaksFor: 'kg',
    points: 2,
    what: 'loads of kilogram dumbbells and kettlebells that pounds seldom come in (12, 14, 16, 18, 22, 24, 26, 28, 32, …)',
    holds: isOneOf(2, 4, 6, 7, 8, 9, 12, 14, 16, 18, 22, 24, 26, 28, 32, 34, 36, 38),
  },
  {
    speaksFor: 'kg',
    points: 1,
    what: 'odd multiples of 2.5, as of 1.25-kg plates (22.5, 62.5, …)',
    holds: (weight) => isMultiple(weight, 2.5) && !isMultiple(weight, 5),
  },
  {
    speaksFor: 'kg',
    points: 2,
    what: 'odd multiples of 1.25 (21.25, 61.25, …)',
    holds: (weight) => isMultiple(weight, 1.25) && !isMultiple(weight, 2.5),
  },
  {
    speaksFor: 'kg',
    points: 1,
    what: 'loads of a 20-kg bar with 20-kg plates (20, 60, 100, 140, 180, 220)',
    holds: isOneOf(20, 60, 100, 140, 180, 220),
  },
]

/** The unit of a file that doesn't name it, and the evidence. */
export interface UnitGuess {
  readonly unit: WeightUnit
  /** For people, one line each. */
  readonly evidence: readonly string[]
}

/** Guesses the unit of a log's weights; without evidence it is kilograms. */
export function guessWeightUnit(weights: readonly number[]): UnitGuess {
  const points = { kg: 0, lb: 0 }
  const evidence: string[] = []
  for (const { speaksFor, points: each, what, holds } of signs) {
    const count = weights.filter(holds).length
    if (count === 0) continue
    points[speaksFor] += count * each
    evidence.push(`${count} ${count === 1 ? 'set speaks' : 'sets speak'} for ${speaksFor}: ${what}.`)
  }
  const unit = points.lb > points.kg ? 'lb' : 'kg'
  if (evidence.length === 0) evidence.push('No load speaks for either unit.')
  return { unit, evidence }
}
