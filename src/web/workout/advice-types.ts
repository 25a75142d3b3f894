import type { IconName } from '../parts/icon-names.ts'
import type { LoggedExercise, WorkoutFrame } from './model.ts'

/** A set that looks like a typing error, and what was probably meant, in this device's unit. */
export interface Doubted {
  /** Which value looks wrong. */
  readonly about: 'weight' | 'reps'
  readonly weight: number | undefined
  readonly reps: number | undefined
  /** Why, in a sentence. */
  readonly reason: string
}

/** The reason for a target in at most five words, and the doubted sets. */
export interface Advice {
  readonly icon: IconName
  readonly text: string
  readonly doubts: ReadonlyMap<string, Doubted>
}

export type Advise = (exercise: LoggedExercise, workout: WorkoutFrame) => Advice | undefined

/** The sets to do next time, in this device's unit. */
export interface NextSets {
  readonly weight: number
  /** Set by set. */
  readonly reps: readonly number[]
  /** Whether the last set is for as many reps as possible. */
  readonly isOpen: boolean
  /** 0–1. */
  readonly chance: number
  readonly reason: string
}

/** Advice from the memory of a lift. */
export interface Coach {
  readonly advise: Advise
  nextTime(exerciseId: string): NextSets | undefined
}
