import { type DistanceUnit, type Quantity, toGrams, toMillimeters, type WeightUnit } from '#training/units.ts'
import { enteredDistance, enteredWeight } from './entered.ts'

/** The fields of a set that every format has, without its type. */
export interface SetFigures {
  readonly weight?: Quantity<WeightUnit> | undefined
  readonly reps?: number | undefined
  readonly durationSeconds?: number | undefined
  readonly distance?: Quantity<DistanceUnit> | undefined
}

/**
 * A key by which a logged set and the same set read from a file can be matched: empty fields equal 0, and numbers
 * are restored to what was entered.
 */
export function setKey(exercise: string, { weight, reps, durationSeconds, distance }: SetFigures): string {
  const grams = weight?.value ? toGrams(enteredWeight(weight.value, weight.unit)) : 0
  const millimeters = distance?.value ? toMillimeters(enteredDistance(distance.value, distance.unit)) : 0
  return [exercise, grams, reps ?? 0, durationSeconds ?? 0, millimeters].join('|')
}
