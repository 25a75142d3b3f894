import { fromJson } from '#db/engine/json.ts'
import type { SetRow } from '#db/workouts/rows.ts'
import { performedSet, type StoredSet, type WorkoutFrame } from '#training/log/performed-set.ts'
import { asPlanned, setTarget, trainedSet } from '#training/log/trained-set.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import type { WeightUnit } from '#training/units.ts'
import { LoggedPerformedSet } from './logged-performed-set.ts'

/** The columns of a set that progressions use. */
export type TrainedSetColumns = StoredSet &
  Pick<SetRow, 'target' | 'restSeconds'> & { readonly workoutId: string }

/**
 * A set's row in the form that progressions expect, for figures in `unit`. Its id can't be copied by spreading: see
 * {@link LoggedPerformedSet}.
 */
export class LoggedTrainedSet extends LoggedPerformedSet implements TrainedSet {
  readonly target: TrainedSet['target']
  readonly restSeconds: number | undefined

  constructor(row: TrainedSetColumns, unit: WeightUnit, frame?: WorkoutFrame) {
    super(row, unit, frame)
    this.target = row.target === null ? undefined : setTarget(fromJson(row.target), unit)
    this.restSeconds = row.restSeconds ?? undefined
  }
}

/**
 * Like {@link LoggedTrainedSet}, for a set that may only be planned: without reps, time or distance, it gets those of
 * its target.
 */
export function plannedSet(row: TrainedSetColumns, unit: WeightUnit, frame?: WorkoutFrame): TrainedSet {
  const target = row.target === null ? null : fromJson(row.target)
  return asPlanned(
    trainedSet(performedSet(row, row.workoutId, unit, frame), unit, row.restSeconds, target),
    target,
  )
}
