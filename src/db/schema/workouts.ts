import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'

/**
 * A workout. A deleted one keeps this row as its tombstone; its exercises and sets live on in its last
 * revision.
 */
export interface WorkoutsTable {
  userId: string
  id: string
  name: string | null
  notes: string | null
  /** The text that `q` is searched in: the name and all notes, folded. */
  searchText: string
  startedAt: number
  endedAt: number | null
  /** IANA, or an offset such as `-04:00`: where the workout was done. Its day is reckoned in it. */
  timeZone: string
  /** `startedAt` on the clock of `timeZone`, as milliseconds since 1970-01-01T00:00 of that clock. */
  localStartedAt: number
  /** The run that it is a step of, and which one. */
  planRunId: string | null
  plan: Json<Schemas['WorkoutPlan']> | null
  /** 1–5. */
  energy: number | null
  /** Session RPE, 0–10 by halves. */
  exertion: number | null
  /** As entered, with its unit, and in grams: all three or none. */
  bodyweightValue: number | null
  bodyweightUnit: Schemas['WeightUnit'] | null
  bodyweightGrams: number | null
  revision: number
  createdAt: number
  updatedAt: number
  deletedAt: number | null
  /** The user's `seq` at the last change. */
  seq: number
}

/** An exercise of a workout. */
export interface WorkoutExercisesTable {
  userId: string
  workoutId: string
  id: string
  /** From 0, within the workout. */
  position: number
  exerciseId: string
  /** The slot of the program's day. */
  slot: string | null
  supersetGroup: number | null
  notes: string | null
}

/**
 * A set. Weights and measures are stored as entered, with their unit, and in whole canonical units: all or
 * none.
 */
export interface SetsTable {
  userId: string
  workoutId: string
  id: string
  workoutExerciseId: string
  /** From 0, within the exercise of the workout. */
  position: number
  type: Schemas['SetType']
  weightValue: number | null
  weightUnit: Schemas['WeightUnit'] | null
  weightGrams: number | null
  assistanceValue: number | null
  assistanceUnit: Schemas['WeightUnit'] | null
  assistanceGrams: number | null
  reps: number | null
  durationSeconds: number | null
  distanceValue: number | null
  distanceUnit: Schemas['DistanceUnit'] | null
  distanceMillimeters: number | null
  /** 6–10 by halves; excludes `rir`. */
  rpe: number | null
  rir: number | null
  side: Schemas['Side'] | null
  restSeconds: number | null
  completedAt: number | null
  notes: string | null
  target: Json<Schemas['SetTarget']> | null
  /** The exercise's, repeated here so that analytics read one index. */
  exerciseId: string
  /** The workout's `startedAt`, repeated here so that analytics read one index. */
  performedAt: number
}

/**
 * The packed sets of a workout that isn't deleted, for figures over all time; written together with the
 * workout.
 */
export interface PackedWorkoutsTable {
  userId: string
  workoutId: string
  startedAt: number
  endedAt: number | null
  timeZone: string
  localStartedAt: number
  bodyweightGrams: number | null
  /** By `packSets`. */
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
  /** The state as a `WorkoutInput`, by `compress`. */
  content: Uint8Array
}
