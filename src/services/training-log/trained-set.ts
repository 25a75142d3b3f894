import { fromJson } from '#db/engine/json.ts'
import type { SetRow } from '#db/workouts/rows.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { gramsFor, toGrams, toMillimeters, type WeightUnit } from '#training/units.ts'
import { type PerformedSetRow, performedSet, type WorkoutFrame } from './performed-set.ts'

/** The columns of a set that progressions read. */
export type TrainedSetColumns = PerformedSetRow &
  Pick<SetRow, 'target' | 'restSeconds'> & { readonly workoutId: string }

/** A set's row in the form that progressions take, for figures in `unit`. */
export function trainedSet(row: TrainedSetColumns, unit: WeightUnit, frame?: WorkoutFrame): TrainedSet {
  const performed = performedSet(row, row.workoutId, unit, frame)
  const set = row.restSeconds === null ? performed : { ...performed, restSeconds: row.restSeconds }
  if (row.target === null) return set
  const { reps, rpe, weight } = fromJson(row.target)
  return { ...set, target: { reps, rpe, weightGrams: weight && gramsFor(toGrams(weight), unit) } }
}

/**
 * The same for a set that may be only planned: one without reps, time and distance takes those of its target.
 */
export function plannedSet(row: TrainedSetColumns, unit: WeightUnit, frame?: WorkoutFrame): TrainedSet {
  const set = trainedSet(row, unit, frame)
  const target = row.target === null ? undefined : fromJson(row.target)
  return {
    ...set,
    durationSeconds: set.durationSeconds ?? target?.durationSeconds,
    distanceMillimeters:
      set.distanceMillimeters ??
      (target?.distance === undefined ? undefined : toMillimeters(target.distance)),
  }
}
