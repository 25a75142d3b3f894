/**
 * The kinds of records, in the order in which responses list them. The unit of a record's `value`: grams for
 * `heaviest_weight`, `heaviest_for_reps`, `best_one_rep_max` and both volumes, reps for `most_reps_at_weight`,
 * seconds for `longest_duration`, millimeters for `longest_distance`.
 */
export const recordKinds = [
  'heaviest_weight',
  'most_reps_at_weight',
  'heaviest_for_reps',
  'best_one_rep_max',
  'most_set_volume',
  'most_workout_volume',
  'longest_duration',
  'longest_distance',
] as const

/** The kind of a record; see `recordKinds`. */
export type RecordKind = (typeof recordKinds)[number]

/** `heaviest_for_reps` is kept for "at least n reps" from n = 1 up to this many. */
export const maxRecordReps = 12

/** The best of a kind at some point in time. */
export interface RecordMark {
  /** In the unit of its kind; above 0. */
  readonly value: number
  readonly workoutId: string
  readonly performedAt: number
  /** Of the workout, if it isn't the user's. */
  readonly timeZone?: string | undefined
  /** The sets that it came from: one, or those of the workout for `most_workout_volume`. Never empty. */
  readonly setIds: readonly string[]
}

/** The best of a kind, with what it beat. */
export interface PersonalRecord extends RecordMark {
  readonly kind: RecordKind
  readonly exerciseId: string
  /** 1–12; only for `heaviest_for_reps`. */
  readonly atLeastReps?: number
  /**
   * Only for `most_reps_at_weight`: the weight at which reps are compared, as entered, in grams; for a
   * bodyweight lift the added weight less the assistance, so below 0 for an assisted one.
   */
  readonly atWeightGrams?: number
  /** Reps of the set, if it has any; not for `most_workout_volume`. */
  readonly reps?: number
  /** Grams per rep, if known; a per-hand weight is that of one hand. Not for `most_workout_volume`. */
  readonly loadGrams?: number
  /** The best that was beaten; absent for the first of its kind, which is the baseline and not a record. */
  readonly previous?: RecordMark
}
