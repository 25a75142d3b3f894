import type { LoggedSet } from '#db/training-log/training-log.ts'
import type { PerformedSet } from '#training/types.ts'
import { gramsFor, type WeightUnit } from '#training/units.ts'

/** What the sets of a workout have in common. */
export interface WorkoutFrame {
  /** Left out: the user's. */
  readonly timeZone?: string | undefined
  /** The workout's own bodyweight. */
  readonly bodyweightGrams?: number | undefined
}

/** The columns of a set that `training` reads. */
export type PerformedSetRow = Omit<LoggedSet, 'workoutId'>

/**
 * A set's row in the form that `training` takes, for figures in `unit`; missing values are undefined. Spelled
 * out, because a report makes thousands of them and spreading takes twice as long.
 */
export function performedSet(
  row: PerformedSetRow,
  workoutId: string,
  unit: WeightUnit,
  { timeZone, bodyweightGrams }: WorkoutFrame = {},
): PerformedSet {
  return {
    id: row.id,
    workoutId,
    exerciseId: row.exerciseId,
    performedAt: row.performedAt,
    timeZone,
    workoutBodyweightGrams: bodyweightGrams,
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
