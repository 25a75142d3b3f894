import type { Schemas } from '#generated/types.ts'
import type { Method } from '../method.ts'

/** The sex whose coefficients apply; the formulas define no others. */
export type Sex = Schemas['Sex']

/**
 * The coefficients for a sex, by ascending power of the bodyweight, and the range of bodyweights in kg that they
 * apply to.
 */
interface Coefficients {
  readonly byPower: readonly number[]
  readonly minWeight: number
  readonly maxWeight: number
}

/** DOTS (Tim Konertz 2019, the formula of the German federation BVDK). */
export const dotsCoefficients = {
  male: {
    byPower: [-307.75076, 24.0900756, -0.1918759221, 7.391293e-4, -1.093e-6],
    minWeight: 40,
    maxWeight: 210,
  },
  female: {
    byPower: [-57.96288, 13.6175032, -0.1126655495, 5.158568e-4, -1.0706e-6],
    minWeight: 40,
    maxWeight: 150,
  },
} as const satisfies Record<Sex, Coefficients>

/**
 * Wilks (Robert Wilks 1994), the IPF's formula until 2018; not the one of 2020, which has other coefficients.
 * The bounds, like those of DOTS, are OpenPowerlifting's, so that points can be compared with its tables.
 */
export const wilksCoefficients = {
  male: {
    byPower: [-216.0475144, 16.2606339, -0.002388645, -0.00113732, 7.01863e-6, -1.291e-8],
    minWeight: 40,
    maxWeight: 201.9,
  },
  female: {
    byPower: [594.31747775582, -27.23842536447, 0.82112226871, -0.00930733913, 4.731582e-5, -9.054e-8],
    minWeight: 26.51,
    maxWeight: 154.53,
  },
} as const satisfies Record<Sex, Coefficients>

/** A total to be scored, in kilograms. */
export interface Total {
  readonly sex: Sex
  /** Above 0; clamped to the bounds of the formula. */
  readonly bodyweightKg: number
  readonly totalKg: number
}

/** The methods of both scores. */
export const scoreMethods = {
  dots: { id: 'strength.dots', parameters: { source: 'Konertz 2019 (BVDK)' } },
  wilks: { id: 'strength.wilks', parameters: { source: 'Wilks 1994' } },
} as const satisfies Record<string, Method>

function score({ bodyweightKg, totalKg }: Total, { byPower, minWeight, maxWeight }: Coefficients): number {
  const weight = Math.min(Math.max(bodyweightKg, minWeight), maxWeight)
  const divisor = byPower.reduceRight((sum, coefficient) => sum * weight + coefficient, 0)
  return (500 * totalKg) / divisor
}

/** The DOTS points of a total: `500 T / (A b⁴ + B b³ + C b² + D b + E)`. */
export const dotsPoints = (total: Total): number => score(total, dotsCoefficients[total.sex])

/** The Wilks points of a total: `500 T / Σ aᵢ bⁱ`. */
export const wilksPoints = (total: Total): number => score(total, wilksCoefficients[total.sex])
