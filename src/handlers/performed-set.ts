import type { SetRow } from '../db/workouts/rows.ts'
import type { PerformedSet } from '../training/types.ts'
import { fromPounds, type WeightUnit } from '../training/units.ts'

/** The columns of a set that the science reads. */
export type PerformedSetRow = Pick<
  SetRow,
  | 'id'
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
 * The grams to reckon with for a figure that is told in `unit`. Of pounds whole grams are kept, and a sum of those would show that:
 * 10 × 225 lb as 2249.99 lb.
 */
export function gramsFor(wholeGrams: number, unit: WeightUnit): number {
  return unit === 'lb' ? fromPounds(wholeGrams) : wholeGrams
}

/**
 * A set's row as the science takes it, for figures in `unit`: what has no value is undefined. Written out, as
 * a report makes thousands of them and copying a part by `...` takes twice as long.
 */
export function performedSet(
  row: PerformedSetRow,
  workoutId: string,
  unit: WeightUnit,
  workoutBodyweightGrams?: number,
): PerformedSet {
  return {
    id: row.id,
    workoutId,
    exerciseId: row.exerciseId,
    performedAt: row.performedAt,
    workoutBodyweightGrams,
    type: row.type,
    reps: row.reps ?? undefined,
    weightGrams: row.weightGrams === null ? undefined : gramsFor(row.weightGrams, unit),
    assistanceGrams: row.assistanceGrams === null ? undefined : gramsFor(row.assistanceGrams, unit),
    durationSeconds: row.durationSeconds ?? undefined,
    distanceMillimeters: row.distanceMillimeters ?? undefined,
    rpe: row.rpe ?? undefined,
    rir: row.rir ?? undefined,
    side: row.side ?? undefined,
  }
}
