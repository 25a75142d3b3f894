import type { PerformedSet, SetType, Side } from '../types.ts'
import { exactPoundGrams, type WeightUnit } from '../units.ts'

/** The data that the sets of a workout have in common. */
export interface WorkoutFrame {
  /** By default the user's time zone. */
  readonly timeZone?: string | undefined
  /** The workout's own bodyweight. */
  readonly bodyweightGrams?: number | undefined
}

/** A set as stored: weights in whole grams, and null for absent members. */
export interface StoredSet {
  readonly id: string
  readonly exerciseId: string
  /** The start of the workout, in milliseconds since 1970. */
  readonly performedAt: number
  readonly type: SetType
  readonly reps: number | null
  readonly weightGrams: number | null
  readonly assistanceGrams: number | null
  readonly durationSeconds: number | null
  readonly distanceMillimeters: number | null
  readonly rpe: number | null
  readonly rir: number | null
  readonly side: Side | null
  /** By default false. */
  readonly confirmed?: boolean | null
}

/**
 * The grams to compute with for a figure in `unit`. Pounds are stored as whole grams, which would show in a
 * sum: 10 × 225 lb would be 2249.99 lb.
 */
export function gramsFor(wholeGrams: number, unit: WeightUnit): number {
  return unit === 'lb' ? exactPoundGrams(wholeGrams) : wholeGrams
}

/**
 * A stored set as input for figures in `unit`; missing values are undefined. Spelled out, because a report creates
 * thousands of them and spreading takes twice as long.
 */
export function performedSet(
  set: StoredSet,
  workoutId: string,
  unit: WeightUnit,
  { timeZone, bodyweightGrams }: WorkoutFrame = {},
): PerformedSet {
  return {
    id: set.id,
    workoutId,
    exerciseId: set.exerciseId,
    performedAt: set.performedAt,
    timeZone,
    workoutBodyweightGrams: bodyweightGrams,
    type: set.type,
    reps: set.reps ?? undefined,
    weightGrams: set.weightGrams === null ? undefined : gramsFor(set.weightGrams, unit),
    assistanceGrams: set.assistanceGrams === null ? undefined : gramsFor(set.assistanceGrams, unit),
    durationSeconds: set.durationSeconds ?? undefined,
    distanceMillimeters: set.distanceMillimeters ?? undefined,
    rpe: set.rpe ?? undefined,
    rir: set.rir ?? undefined,
    side: set.side ?? undefined,
    confirmed: set.confirmed ?? undefined,
  }
}
