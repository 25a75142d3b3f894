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

/** What a prescription follows from. */
export interface Reasoned {
  /** None if a program says the loads itself. */
  readonly rule?: string | undefined
  /** In sentences. */
  readonly reasons: readonly string[]
}

/** Why a slot of a workout of a program asks for what it does. */
export type SlotReasons = (workout: WorkoutFrame, slot: string) => Reasoned | undefined

/** Why a target is what it is, in at most five words and in sentences, and which sets are in question. */
export interface Advice {
  readonly icon: IconName
  readonly text: string
  readonly reasons: readonly string[]
  /** What the coach would do; a program does what it says. */
  readonly next: NextSets | undefined
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
