import { settings } from '../state/settings.ts'
import { inUnit } from './figures.ts'
import type { Field, LoggedSet, Tracking } from './model.ts'
import { typedValues, type Values } from './values.ts'

/**
 * The field to enter before a set can be marked as done: the first one without a value, or the reps of an open-ended
 * set, whose target is only their minimum, unless they are `confirmed`.
 */
export function missingField(
  { weight, reps, duration, distance, isOpen }: Values,
  tracking: Tracking,
  confirmed: boolean,
): Field | undefined {
  if (tracking === 'duration') return duration === undefined ? 'duration' : undefined
  if (tracking === 'distance_duration')
    return distance === undefined && duration === undefined ? 'duration' : undefined
  if (tracking === 'weight_reps' && weight === undefined) return 'weight'
  return reps === undefined || (isOpen && !confirmed) ? 'reps' : undefined
}

/** A set's weight fields for a number in this device's unit; a negative one is assistance. */
export function weightFields(value: number | undefined): Pick<LoggedSet, 'weight' | 'assistance'> {
  if (value === undefined) return {}
  const { unit } = settings.value
  return value < 0 ? { assistance: { value: -value, unit } } : { weight: { value, unit } }
}

/** The set completed at `completedAt` with these values. */
export function completeSet(
  set: LoggedSet,
  { weight, reps, duration, distance, rpe }: Values,
  completedAt: string,
): LoggedSet {
  const { weight: _weight, assistance: _assistance, ...otherFields } = set
  const load = set.weight && inUnit(set.weight) === weight ? { weight: set.weight } : weightFields(weight)
  return {
    ...otherFields,
    ...load,
    ...(reps !== undefined && { reps }),
    ...(duration !== undefined && { durationSeconds: duration }),
    ...(distance && { distance }),
    ...(rpe !== undefined && typedValues.value.get(set.id)?.rpe !== undefined && { rpe }),
    completedAt,
  }
}
