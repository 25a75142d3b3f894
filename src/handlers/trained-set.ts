import { fromJson } from '../db/json.ts'
import type { SetRow } from '../db/workouts/rows.ts'
import type { TrainedSet } from '../training/progression/types.ts'
import { toGrams, toMillimeters } from '../training/units.ts'
import { type SetWorkRow, setWork } from './set-work.ts'

/** The columns of a set that progressions read. */
export type TrainedSetColumns = SetWorkRow &
  Pick<SetRow, 'id' | 'workoutId' | 'exerciseId' | 'performedAt' | 'target'>

/** A set's row as progressions take it, with the bodyweight that its workout carries. */
export function trainedSet(row: TrainedSetColumns, workoutBodyweightGrams?: number): TrainedSet {
  const { id, workoutId, exerciseId, performedAt } = row
  const target = row.target === null ? undefined : fromJson(row.target)
  return {
    ...setWork(row),
    id,
    workoutId,
    exerciseId,
    performedAt,
    workoutBodyweightGrams,
    ...(target && {
      target: {
        reps: target.reps,
        rpe: target.rpe,
        weightGrams: target.weight && toGrams(target.weight),
      },
    }),
  }
}

/** The same of a set that may be a plan alone: one that says neither reps nor time nor distance takes those of its target. */
export function plannedSet(row: TrainedSetColumns, workoutBodyweightGrams?: number): TrainedSet {
  const set = trainedSet(row, workoutBodyweightGrams)
  const target = row.target === null ? undefined : fromJson(row.target)
  return {
    ...set,
    durationSeconds: set.durationSeconds ?? target?.durationSeconds,
    distanceMillimeters:
      set.distanceMillimeters ??
      (target?.distance === undefined ? undefined : toMillimeters(target.distance)),
  }
}
