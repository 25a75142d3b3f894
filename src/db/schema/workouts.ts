import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'

/**
 * A workout: one document, and the columns that queries need. A deleted one keeps this row as its tombstone; its
 * content lives on in its last revision.
 */
export interface WorkoutsTable {
  userId: string
  id: string
  /** The text that `q` is searched in: the name and all notes, folded. */
  searchText: string
  startedAt: number
  endedAt: number | null
  /** IANA, or an offset such as `-04:00`: where the workout was done. Its day is reckoned in it. */
  timeZone: string
  /** `startedAt` on the clock of `timeZone`, as milliseconds since 1970-01-01T00:00 of that clock. */
  localStartedAt: number
  /** The run that it is a step of. */
  planRunId: string | null
  /** Session RPE, 0–10 by halves. */
  exertion: number | null
  /** The bodyweight that it carries itself, in whole grams. */
  bodyweightGrams: number | null
  revision: number
  createdAt: number
  updatedAt: number
  deletedAt: number | null
  /** The user's `seq` at the last change. */
  seq: number
  /** The totals as they are shown; all of them null where they have to be computed. */
  totalSets: number | null
  totalReps: number | null
  volumeKg: number | null
  volumeLb: number | null
  /** Whether the volume depends on a bodyweight. */
  movesBody: 0 | 1 | null
  /**
   * What the client logged, by `documentOf`. Null for a tombstone, but while an import that isn't committed has
   * written its content ahead, or one that was undone isn't swept yet.
   */
  content: Json<WorkoutContent> | null
}

/** What a client decided about a workout, with every id filled in. */
export type WorkoutContent = Omit<
  Schemas['Workout'],
  'totals' | 'doubts' | 'revision' | 'createdAt' | 'updatedAt'
>

/**
 * The packed sets of a workout that isn't deleted, in the order of time, for figures over ranges of time; written
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
  /** By `packSets`. */
  sets: Uint8Array
}

/** An exercise of a workout that isn't deleted, for what is asked of one exercise; written together with it. */
export interface PerformedExercisesTable {
  userId: string
  exerciseId: string
  /** The workout's. */
  startedAt: number
  workoutId: string
  /** How many sets it has in the workout, warm-ups included. */
  setCount: number
  /** By `packPerformed`. */
  sets: Uint8Array
}

/** A replaced state of a workout, kept for 90 days. */
export interface WorkoutRevisionsTable {
  userId: string
  workoutId: string
  /** Of the replaced state. */
  revision: number
  replacedAt: number
  /** What replaced this state. */
  reason: 'replaced' | 'deleted' | 'restored'
  /** The document, as UTF-8 text until housekeeping compresses it. */
  content: Uint8Array
}
