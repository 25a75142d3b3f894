import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'

/**
 * A workout: one document, and the columns that queries need. A deleted one keeps this row as its
 * tombstone; its content remains in its last revision.
 */
export interface WorkoutsTable {
  userId: string
  id: string
  /** The text searched by `q`: the name and all notes, folded. */
  searchText: string
  startedAt: number
  endedAt: number | null
  /** The workout's time zone: an IANA name, or an offset such as `-04:00`. Determines its day. */
  timeZone: string
  /** `startedAt` on the clock of `timeZone`, as milliseconds since 1970-01-01T00:00 of that clock. */
  localStartedAt: number
  /** The run to which it belongs. */
  planRunId: string | null
  /** Session RPE, 0–10 in steps of 0.5. */
  exertion: number | null
  /** The workout's own bodyweight, in whole grams. */
  bodyweightGrams: number | null
  revision: number
  createdAt: number
  updatedAt: number
  deletedAt: number | null
  /** The user's `seq` at the last change. */
  seq: number
  /** The totals as presented; all null if they have to be computed. */
  totalSets: number | null
  totalReps: number | null
  volumeKg: number | null
  volumeLb: number | null
  /** Whether the volume depends on a bodyweight. */
  movesBody: 0 | 1 | null
  /**
   * What the client logged, created by `documentOf`. Null for a tombstone, unless an uncommitted import
   * has written its content ahead or an undone one hasn't been swept yet.
   */
  content: Json<WorkoutContent> | null
}

/** The part of a workout that a client determines, with every id filled in. */
export type WorkoutContent = Omit<
  Schemas['Workout'],
  'totals' | 'doubts' | 'revision' | 'createdAt' | 'updatedAt'
>

/**
 * The packed sets of an undeleted workout, in chronological order, for figures over time ranges; written
 * together with the workout.
 */
export interface PackedWorkoutsTable {
  userId: string
  workoutId: string
  startedAt: number
  endedAt: number | null
  timeZone: string
  localStartedAt: number
  bodyweightGrams: number | null
  /** Whether any of its sets counts for training. */
  trained: 0 | 1
  phase: Schemas['TrainingPhase'] | null
  /** Never an empty list. */
  overreached: Json<Schemas['Muscle'][]> | null
  /** Created by `packSets`. */
  packedSets: Uint8Array
}

/** An exercise of an undeleted workout, for queries about one exercise; written together with the workout. */
export interface PerformedExercisesTable {
  userId: string
  exerciseId: string
  /** The workout's. */
  startedAt: number
  workoutId: string
  /** Its number of sets in the workout, including warm-ups. */
  setCount: number
  /** Created by `packPerformed`. */
  packedSets: Uint8Array
}

/** A replaced state of a workout, kept for 90 days. */
export interface WorkoutRevisionsTable {
  userId: string
  workoutId: string
  /** The revision of the replaced state. */
  revision: number
  replacedAt: number
  /** What replaced this state. */
  reason: 'replaced' | 'deleted' | 'restored'
  /** The document, as UTF-8 text until housekeeping compresses it. */
  content: Uint8Array
}
