/**
 * The kinds of records, in the order in which responses list them. A record's `value` is in grams for
 * `heaviest_weight`, `heaviest_for_reps`, `best_one_rep_max` and both volumes, in reps for `most_reps_at_weight`, in
 * seconds for `longest_duration` and in millimeters for `longest_distance`.
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

/** The maximum n of the `heaviest_for_reps` records, which are for "at least n reps". */
export const maxRecordReps = 12

/** The best of a kind at some point in time. */
export interface RecordMark {
  /** In the unit of its kind, and above 0. */
  readonly value: number
  readonly workoutId: string
  readonly performedAt: number
  /** The time zone of the workout, if it isn't the user's. */
  readonly timeZone?: string | undefined
  /** The set that it came from, or for `most_workout_volume` all sets that added to the volume. Never empty. */
  readonly setIds: readonly string[]
}

/** The best of a kind, with the previous best. */
export interface PersonalRecord extends RecordMark {
  readonly kind: RecordKind
  readonly exerciseId: string
  /** 1–12; only for `heaviest_for_reps`. */
  readonly atLeastReps?: number
  /**
   * Only for `most_reps_at_weight`: the weight at which reps are compared, as entered, in grams. For a bodyweight lift
   * it is the added weight minus the assistance, so it may be below 0.
   */
  readonly atWeightGrams?: number
  /** Reps of the set, if it has any. Not for `most_workout_volume`. */
  readonly reps?: number
  /** Grams per rep, if known. A per-hand weight is that of one hand. Not for `most_workout_volume`. */
  readonly loadGrams?: number
  /** The best that was beaten. Absent for the first of its kind, which is the baseline and not a record. */
  readonly previous?: RecordMark
}
