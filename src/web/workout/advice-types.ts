import type { IconName } from '../parts/icon-names.ts'
import type { LoggedExercise, WorkoutFrame } from './model.ts'

/** A set that looks like a typing error, and what was probably meant, in the unit of this device. */
export interface Doubted {
  /** What is out of line. */
  readonly about: 'weight' | 'reps'
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

export type Advise = (exercise: LoggedExercise, workout: WorkoutFrame) => Advice | undefined

/** What to do the next time, in the unit of this device. */
export interface NextSets {
  readonly weight: number
  /** Set by set. */
  readonly reps: readonly number[]
  /** The last set goes as far as it can. */
  readonly isOpen: boolean
  /** 0–1. */
  readonly chance: number
  readonly reason: string
}

/** What is known from the memory of a lift. */
export interface Coach {
  readonly advise: Advise
  nextTime(exerciseId: string): NextSets | undefined
}
