import { settings } from '../state/settings.ts'
import { inUnit } from './figures.ts'
import type { Field, LoggedSet, Tracking } from './model.ts'
import { typedValues, type Values } from './values.ts'

/** The first field that must be entered before a set can be marked as done. */
export function missingField(values: Values, tracking: Tracking): Field | undefined {
  switch (tracking) {
    case 'weight_reps':
      if (values.weight === undefined) return 'weight'
      return values.reps === undefined ? 'reps' : undefined
    case 'bodyweight_reps':
    case 'reps':
      return values.reps === undefined ? 'reps' : undefined
    case 'duration':
      return values.duration === undefined ? 'duration' : undefined
    case 'distance_duration':
      return values.distance === undefined && values.duration === undefined ? 'duration' : undefined
  }
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
