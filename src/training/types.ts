import type { Schemas } from '#generated/types.ts'

/** A muscle of the contract's taxonomy. */
export type Muscle = Schemas['Muscle']

/** The muscle taxonomy from head to toe, in the order of the contract and its responses. */
export const muscles = [
  'neck',
  'traps',
  'front_delts',
  'side_delts',
  'rear_delts',
  'rotator_cuff',
  'chest',
  'serratus',
  'upper_back',
  'lats',
  'lower_back',
  'biceps',
  'triceps',
  'forearms',
  'abs',
  'obliques',
  'hip_flexors',
  'glutes',
  'abductors',
  'adductors',
  'quads',
  'hamstrings',
  'calves',
  'tibialis',
] as const satisfies readonly Muscle[]

/** The category that an exercise counts toward. */
export type ExerciseCategory = Schemas['ExerciseCategory']
export type MovementPattern = Schemas['MovementPattern']

/** The categories, in the order in which responses list them. */
export const exerciseCategories = [
  'push',
  'pull',
  'legs',
  'core',
  'cardio',
  'mobility',
] as const satisfies readonly ExerciseCategory[]

/** The measure of an exercise. */
export type Tracking = Schemas['Tracking']

/** The purpose of a set. A warm-up is listed but otherwise doesn't count. */
export type SetType = Schemas['SetType']

/** The side that did the set; `both`: each side did it once. */
export type Side = Schemas['Side']

/** The share of a lift's demand that falls on one muscle: 0–100, independent of the lift's other muscles. */
export interface Engagement {
  readonly muscle: Muscle
  readonly percent: number
}

/** The facts about an exercise that figures are computed from. */
export interface ExerciseFacts {
  readonly id: string
  readonly tracking: Tracking
  readonly category: ExerciseCategory
  readonly pattern?: MovementPattern | undefined
  readonly equipment?: Schemas['Equipment'] | undefined
  /** Whether the entered weight is that of one hand, and each hand holds as much. */
  readonly perHand?: boolean | undefined
  /** Whether it is done one side at a time. A set that names no side was then done by both sides. */
  readonly unilateral?: boolean | undefined
  /** Share of bodyweight that a rep moves, 0–1. Absent: 1 for `bodyweight_reps`, else 0. */
  readonly bodyweightShare?: number | undefined
  readonly engagement: readonly Engagement[]
}

/** The work of a set, in canonical units, independent of who did it and when. */
export interface SetWork {
  readonly type: SetType
  readonly reps?: number | undefined
  /** Weight as entered, in grams: of one hand for a per-hand exercise, added weight for a bodyweight one. */
  readonly weightGrams?: number | undefined
  /** The assistance of a band or machine, in grams. */
  readonly assistanceGrams?: number | undefined
  readonly durationSeconds?: number | undefined
  readonly distanceMillimeters?: number | undefined
  /** Rating of perceived exertion, 6–10 by halves. */
  readonly rpe?: number | undefined
  /** Reps in reserve; takes precedence over `rpe` if both are given. */
  readonly rir?: number | undefined
  readonly side?: Side | undefined
  /** The user confirmed the set as logged, so it is never treated as a typing error. */
  readonly confirmed?: boolean | undefined
}

/** A set with its place: exercise, workout and time. */
export interface PerformedSet extends SetWork {
  readonly id: string
  readonly workoutId: string
  readonly exerciseId: string
  /** Milliseconds since 1970; the start of the workout, so that all of a workout falls on one day. */
  readonly performedAt: number
  /** The time zone of the workout, which decides its day; by default the user's. */
  readonly timeZone?: string | undefined
  /** The bodyweight saved with the workout, in grams; used unless one was measured that day. */
  readonly workoutBodyweightGrams?: number | undefined
  /** The phase that its workout is marked with. */
  readonly phase?: Schemas['TrainingPhase'] | undefined
}

/** Facts by exercise id. */
export type ExerciseIndex = ReadonlyMap<string, ExerciseFacts>

/**
 * The facts of an exercise.
 * @throws {RangeError} if the index has none: the caller must supply those of each exercise in its sets.
 */
export function factsOf(exercises: ExerciseIndex, exerciseId: string): ExerciseFacts {
  const facts = exercises.get(exerciseId)
  if (!facts) throw new RangeError(`no facts for exercise ${exerciseId}`)
  return facts
}
