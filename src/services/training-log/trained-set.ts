import { fromJson } from '#db/engine/json.ts'
import type { SetRow } from '#db/workouts/rows.ts'
import { performedSet, type StoredSet, type WorkoutFrame } from '#training/log/performed-set.ts'
import { asPlanned, trainedSet as withTarget } from '#training/log/trained-set.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import type { WeightUnit } from '#training/units.ts'

/** The columns of a set that progressions use. */
export type TrainedSetColumns = StoredSet &
  Pick<SetRow, 'target' | 'restSeconds'> & { readonly workoutId: string }

/** Converts a set's row to the form that progressions expect, for figures in `unit`. */
export function trainedSet(row: TrainedSetColumns, unit: WeightUnit, frame?: WorkoutFrame): TrainedSet {
  const performed = performedSet(row, row.workoutId, unit, frame)
  return withTarget(performed, unit, row.restSeconds, row.target === null ? null : fromJson(row.target))
}

/**
 * Like {@link trainedSet}, for a set that may only be planned: without reps, time or distance, it gets those of
 * its target.
 */
export function plannedSet(row: TrainedSetColumns, unit: WeightUnit, frame?: WorkoutFrame): TrainedSet {
  return asPlanned(trainedSet(row, unit, frame), row.target === null ? null : fromJson(row.target))
}
