import type {
  Difficulty,
  Equipment,
  ExerciseCategory,
  Force,
  Mechanic,
  MovementPattern,
  Muscle,
  Tracking,
} from './vocabulary.ts'

/** How much of a lift's demand falls on each muscle: 0–100 each, independent of each other. */
export type Engagement = Readonly<Partial<Record<Muscle, number>>>

/** A built-in exercise, as in the data files. */
export interface CatalogueExercise {
  /** Readable id in kebab case: `barbell-bench-press`. */
  readonly slug: string
  readonly name: string
  /** Other names, in apps and among lifters; unique across the catalogue in normal form. */
  readonly aliases: readonly string[]
  readonly category: ExerciseCategory
  readonly pattern: MovementPattern
  readonly mechanic: Mechanic
  readonly force: Force
  readonly equipment: Equipment
  readonly difficulty: Difficulty
  readonly tracking: Tracking
  /** Done one side at a time. */
  readonly unilateral?: true
  /**
   * The entered weight is that of one hand while both hands hold as much, so it counts twice toward volume. A
   * lift with one dumbbell or one handle (one-arm row, goblet squat) isn't per hand.
   */
  readonly perHand?: true
  /** The share of bodyweight that a rep moves, 0–1: push-up 0.64, pull-up 1. Only for `bodyweight_reps`. */
  readonly bodyweightShare?: number
  /** Two or three short imperatives, in this project's own words. */
  readonly cues: readonly string[]
  readonly engagement: Engagement
}
