import type { LocalMeasurement, LocalWorkout, User } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { Candidate } from '#training/recommend/types.ts'

/** The data that figures are computed from. */
export interface FigureLog {
  /** All workouts, newest first. */
  workouts(): readonly LocalWorkout[]
  /** The workouts that are over, newest first. */
  readonly finished: readonly LocalWorkout[]
  readonly measurements: readonly LocalMeasurement[]
  readonly exercises: ReadonlyMap<string, Candidate & { readonly deletedAt?: string }>
  readonly user: User | undefined
  readonly unit: Schemas['WeightUnit']
  /** Milliseconds since 1970. */
  now(): number
}
