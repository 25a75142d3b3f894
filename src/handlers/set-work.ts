import type { SetRow } from '../db/workouts/rows.ts'
import type { SetWork } from '../training/types.ts'

/** The columns of a set that the science reads. */
export type SetWorkRow = Pick<
  SetRow,
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

/** A set's row as the science takes it: what has no value is undefined. */
export function setWork(row: SetWorkRow): SetWork {
  return {
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
