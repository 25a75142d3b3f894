import type { LocalWorkout } from '#client/index.ts'
import type { IconName } from '../parts/icon-paths.ts'
import type { LoggedExercise } from './model.ts'

/** A set that looks like a typing error, and what was probably meant, in the unit of this device. */
export interface Doubted {
  readonly weight: number | undefined
  readonly reps: number | undefined
  /** Why, in a sentence. */
  readonly reason: string
}

/** Why a target is what it is, in at most five words, and which sets are in question. */
export interface Advice {
  readonly icon: IconName
  readonly text: string
  readonly doubts: ReadonlyMap<string, Doubted>
}

export type Advise = (exercise: LoggedExercise, workout: LocalWorkout) => Advice | undefined
