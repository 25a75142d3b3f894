import type { SetRow } from '../db/workouts/rows.ts'
import type { PerformedSet } from '../training/types.ts'

/** The columns of a set that the science reads. */
export type PerformedSetRow = Pick<
  SetRow,
  | 'id'
  | 'workoutId'
  | 'exerciseId'
  | 'performedAt'
  | 'type'
  | 'reps'
  | 'weightGrams'
  | 'assistanceGrams'
  | 'durationSeconds'
  | 'distanceMillimeters'
  | 'rpe'
  | 'rir'
  | 'side'
>

/**
 * A set's row as the science takes it: what has no value is undefined. Written out, as a report makes thousands
 * of them and copying a part by `...` takes twice as long.
 */
export function performedSet(row: PerformedSetRow, workoutBodyweightGrams?: number): PerformedSet {
  return {
    id: row.id,
    workoutId: row.workoutId,
    exerciseId: row.exerciseId,
    performedAt: row.performedAt,
    workoutBodyweightGrams,
    type: row.type,
    reps: row.reps ?? undefined,
    weightGrams: row.weightGrams ?? undefined,
    assistanceGrams: row.assistanceGrams ?? undefined,
    durationSeconds: row.durationSeconds ?? undefined,
    distanceMillimeters: row.distanceMillimeters ?? undefined,
    rpe: row.rpe ?? undefined,
    rir: row.rir ?? undefined,
    side: row.side ?? undefined,
  }
}
