import {
  type DistanceUnit,
  distanceUnits,
  type Quantity,
  type WeightUnit,
  weightUnits,
} from '#training/units.ts'

/** A number in the unit in which it was originally entered. */
export interface EnteredQuantity<Unit extends string> extends Quantity<Unit> {
  /** Whether it differs from the number in the file. */
  readonly isRestored: boolean
}

/** The size of each unit in the smallest unit. */
type Scale<Unit extends string> = Readonly<Record<Unit, { readonly canonical: number }>>

/** Nobody enters more decimals: a number with more was converted. */
const maxEnteredDecimals = 2
/** The smallest step between weights, in either unit. */
const step = 0.25
/**
 * How far a converted number may be from a step in the other unit: Strong uses 0.453592 kg for the pound,
 * other apps 2.2046 pounds to the kilogram, and some write four decimals.
 */
const weightTolerance = (value: number) => 1e-5 * value + 2e-4
/**
 * Distances may also come from GPS, with three or more decimals, so only the error of a conversion factor with
 * six digits is tolerated.
 */
const distanceTolerance = (value: number) => 5e-6 * value
/** How far floating-point errors move a number, such as 149.99999999999997. */
const floatTolerance = (value: number) => 1e-12 * value + 1e-12

function decimalsOf(value: number): number {
  const text = String(value)
  if (text.includes('e')) return value < 1 ? Number.POSITIVE_INFINITY : 0
  return text.length - 1 - (text.indexOf('.') === -1 ? text.length - 1 : text.indexOf('.'))
}

function nearest(value: number, multiple: number): number {
  return Math.round(value / multiple) * multiple
}

/** The value rounded to two decimals if it differs only by floating-point error. */
function withoutFloatError(value: number): number | undefined {
  const near = Math.round(value * 100) / 100
  return Math.abs(value - near) <= floatTolerance(value) ? near : undefined
}

function restoreEntered<Unit extends string>(
  value: number,
  unit: Unit,
  scale: Scale<Unit>,
  other: Unit,
  conversionTolerance: (value: number) => number,
): EnteredQuantity<Unit> {
  if (decimalsOf(value) <= maxEnteredDecimals) return { value, unit, isRestored: false }
  const rounded = withoutFloatError(value)
  if (rounded !== undefined) return { value: rounded, unit, isRestored: true }
  const converted = (value * scale[unit].canonical) / scale[other].canonical
  const roundedConverted = withoutFloatError(converted)
  if (roundedConverted !== undefined && roundedConverted > 0)
    return { value: roundedConverted, unit: other, isRestored: true }
  const otherStep = nearest(converted, step)
  if (otherStep > 0 && Math.abs(converted - otherStep) <= conversionTolerance(converted))
    return { value: otherStep, unit: other, isRestored: true }
  const nearestStep = nearest(value, step)
  if (nearestStep > 0 && Math.abs(value - nearestStep) <= 1e-6 * value)
    return { value: nearestStep, unit, isRestored: true }
  return { value, unit, isRestored: false }
}

/**
 * Restores a weight to what was entered. A weight with more than two decimals was computed: either it differs from a
 * round number only by an error of computation (149.99999999999997 → 150), or it was converted from the other unit,
 * exactly or, from a multiple of 0.25, nearly so (61.23492 kg → 135 lb). Any other weight stays as it is.
 */
export function enteredWeight(value: number, unit: WeightUnit): EnteredQuantity<WeightUnit> {
  return restoreEntered(value, unit, weightUnits, unit === 'kg' ? 'lb' : 'kg', weightTolerance)
}

/** Restores a distance to what was entered, such as 1.609344 km to a mile. See {@link enteredWeight}. */
export function enteredDistance(value: number, unit: DistanceUnit): EnteredQuantity<DistanceUnit> {
  return restoreEntered(value, unit, distanceUnits, unit === 'mi' ? 'km' : 'mi', distanceTolerance)
}
