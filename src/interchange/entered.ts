import {
  type DistanceUnit,
  distanceUnits,
  type Quantity,
  type WeightUnit,
  weightUnits,
} from '#training/units.ts'

/** A number in the unit in which it was originally entered. */
export interface Entered<Unit extends string> extends Quantity<Unit> {
  /** Whether it differs from the file. */
  readonly rounded: boolean
}

/** The size of each unit in the smallest unit. */
type Scale<Unit extends string> = Readonly<Record<Unit, { readonly canonical: number }>>

/** Nobody enters more decimals than this: a number with more was converted. */
const enteredDecimals = 2
/** The steps of plates, in either unit. */
const step = 0.25
/**
 * How far a converted number may be from a step of the other unit: Strong uses 0.453592 kg for the pound,
 * other apps 2.2046 pounds to the kilogram, and some write four decimals.
 */
const weightTolerance = (value: number) => 1e-5 * value + 2e-4
/**
 * Distances come from satellites too, with three decimals and more: only a conversion factor cut to six digits is
 * tolerated.
 */
const distanceTolerance = (value: number) => 5e-6 * value
/** How far floating-point rounding moves a number: 149.99999999999997. */
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
function cleaned(value: number): number | undefined {
  const near = Math.round(value * 100) / 100
  return Math.abs(value - near) <= floatTolerance(value) ? near : undefined
}

function entered<Unit extends string>(
  value: number,
  unit: Unit,
  scale: Scale<Unit>,
  other: Unit,
  conversionTolerance: (value: number) => number,
): Entered<Unit> {
  if (decimalsOf(value) <= enteredDecimals) return { value, unit, rounded: false }
  const own = cleaned(value)
  if (own !== undefined) return { value: own, unit, rounded: true }
  const converted = (value * scale[unit].canonical) / scale[other].canonical
  const clean = cleaned(converted)
  if (clean !== undefined && clean > 0) return { value: clean, unit: other, rounded: true }
  const otherPlates = nearest(converted, step)
  if (otherPlates > 0 && Math.abs(converted - otherPlates) <= conversionTolerance(converted))
    return { value: otherPlates, unit: other, rounded: true }
  const plates = nearest(value, step)
  if (plates > 0 && Math.abs(value - plates) <= 1e-6 * value) return { value: plates, unit, rounded: true }
  return { value, unit, rounded: false }
}

/**
 * A weight as it was entered. One with at most two decimals stays as it is. One with more was converted:
 * without floating-point error it may have two (149.99999999999997 → 150), or be a step of 0.25 in the other
 * unit (61.23492 kg → 135 lb); otherwise it stays, too.
 */
export function enteredWeight(value: number, unit: WeightUnit): Entered<WeightUnit> {
  return entered(value, unit, weightUnits, unit === 'kg' ? 'lb' : 'kg', weightTolerance)
}

/** A distance as it was entered: 1.609344 km is a mile. See {@link enteredWeight}. */
export function enteredDistance(value: number, unit: DistanceUnit): Entered<DistanceUnit> {
  return entered(value, unit, distanceUnits, unit === 'mi' ? 'km' : 'mi', distanceTolerance)
}
