import { type DistanceUnit, type Quantity, toGrams, toMillimeters, type WeightUnit } from '#training/units.ts'
import { enteredDistance, enteredWeight } from './entered.ts'

/** The fields of a set that every format has, without its type. */
export interface Lifted {
  readonly weight?: Quantity<WeightUnit> | undefined
  readonly reps?: number | undefined
  readonly durationSeconds?: number | undefined
  readonly distance?: Quantity<DistanceUnit> | undefined
}

/**
 * A set as text that is the same before it is written to a file and after it is read back: without
 * empty fields, and with numbers restored to what was entered.
 */
export function liftedText(exercise: string, { weight, reps, durationSeconds, distance }: Lifted): string {
  const grams = weight?.value ? toGrams(enteredWeight(weight.value, weight.unit)) : 0
  const millimeters = distance?.value ? toMillimeters(enteredDistance(distance.value, distance.unit)) : 0
  return [exercise, grams, reps ?? 0, durationSeconds ?? 0, millimeters].join('|')
}
