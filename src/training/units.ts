import type { Schemas } from '#generated/types.ts'

/** A weight as people enter and read it. */
export type WeightUnit = Schemas['WeightUnit']
/** A distance as people enter and read it. */
export type DistanceUnit = Schemas['DistanceUnit']
/** A body circumference as people enter and read it. */
export type LengthUnit = Schemas['LengthUnit']

/** The number of canonical units that a unit equals, and the number of decimals that it is shown with. */
interface UnitFacts {
  readonly canonical: number
  readonly decimals: number
}

/** Grams in a unit: exact by the international yard and pound agreement of 1959. */
export const weightUnits = {
  kg: { canonical: 1000, decimals: 2 },
  lb: { canonical: 453.59237, decimals: 2 },
} as const satisfies Record<WeightUnit, UnitFacts>

/** Millimeters in a unit; the international mile is 1609.344 m. */
export const distanceUnits = {
  m: { canonical: 1000, decimals: 2 },
  km: { canonical: 1_000_000, decimals: 3 },
  mi: { canonical: 1_609_344, decimals: 3 },
} as const satisfies Record<DistanceUnit, UnitFacts>

/** Micrometers in a unit, so that hundredths of an inch stay whole; the inch is 25.4 mm. */
export const lengthUnits = {
  cm: { canonical: 10_000, decimals: 2 },
  in: { canonical: 25_400, decimals: 2 },
} as const satisfies Record<LengthUnit, UnitFacts>

/** A number with its unit, as the contract writes it. */
export interface Quantity<Unit extends string> {
  readonly value: number
  readonly unit: Unit
}

/** Rounds to `decimals`, and never to −0. */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}

const toCanonical = (value: number, { canonical }: UnitFacts) => Math.round(value * canonical) + 0
const fromCanonical = (amount: number, { canonical, decimals }: UnitFacts) =>
  rounded(amount / canonical, decimals)

/** An entered weight in whole grams. The entered value is stored too, so nothing drifts. */
export const toGrams = ({ value, unit }: Quantity<WeightUnit>): number =>
  toCanonical(value, weightUnits[unit])

/** Grams, not necessarily whole, in a unit, to 0.01. A value entered to 0.01 comes out as it went in. */
export const fromGrams = <Unit extends WeightUnit>(grams: number, unit: Unit): Quantity<Unit> => ({
  value: fromCanonical(grams, weightUnits[unit]),
  unit,
})

/**
 * The exact grams of a weight that was entered in pounds and stored as whole grams. It is taken to be the nearest
 * multiple of 0.05 lb, unless that is more than half a gram away: then the whole grams are returned.
 */
export function exactPoundGrams(wholeGrams: number): number {
  const { canonical } = weightUnits.lb
  const exact = (Math.round((wholeGrams / canonical) * 20) / 20) * canonical
  return Math.abs(exact - wholeGrams) <= 0.5 ? exact : wholeGrams
}

/** An entered distance in whole millimeters. */
export const toMillimeters = ({ value, unit }: Quantity<DistanceUnit>): number =>
  toCanonical(value, distanceUnits[unit])

/** Millimeters in a unit, to 0.01 m, 0.001 km or 0.001 mi. */
export const fromMillimeters = <Unit extends DistanceUnit>(
  millimeters: number,
  unit: Unit,
): Quantity<Unit> => ({ value: fromCanonical(millimeters, distanceUnits[unit]), unit })

/** An entered circumference in whole micrometers. */
export const toMicrometers = ({ value, unit }: Quantity<LengthUnit>): number =>
  toCanonical(value, lengthUnits[unit])

/** Micrometers in a unit, to 0.01. */
export const fromMicrometers = <Unit extends LengthUnit>(
  micrometers: number,
  unit: Unit,
): Quantity<Unit> => ({
  value: fromCanonical(micrometers, lengthUnits[unit]),
  unit,
})
