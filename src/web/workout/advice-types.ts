import type { IconName } from '../parts/icon-names.ts'
import type { LoggedExercise, WorkoutFrame } from './model.ts'

/** A set that looks like a typing error, and what was probably meant, in this device's unit. */
export interface Doubt {
  /** Which value looks wrong. */
  readonly about: 'weight' | 'reps'
  readonly weight: number | undefined
  readonly reps: number | undefined
  /** Why, in a sentence. */
  readonly reason: string
}

/** What a prescription is based on. */
export interface Reasoning {
  /** Left out if the program itself sets the loads. */
  readonly rule?: string | undefined
  /** The share of a base that the heaviest set asks for, if there is no rule. */
  readonly share?: { readonly percent: number; readonly of: 'training_max' | 'working_weight' } | undefined
  /** Whole sentences. */
  readonly reasons: readonly string[]
}

/** Gives the reasons for the targets of a program slot. */
export type SlotReasons = (workout: WorkoutFrame, slot: string) => Reasoning | undefined

/** The reason for a target, in at most five words and in sentences, and the doubted sets. */
export interface Advice {
  readonly icon: IconName
  readonly text: string
  readonly reasons: readonly string[]
  /** What the coach would do; a program does what it says. */
  readonly next: NextSets | undefined
  readonly doubts: ReadonlyMap<string, Doubt>
}

export type Advise = (exercise: LoggedExercise, workout: WorkoutFrame) => Advice | undefined

/** The sets to do next time, in this device's unit. */
export interface NextSets {
  readonly weight: number
  /** The reps of each set. */
  readonly reps: readonly number[]
  /** Whether the last set is for as many reps as possible. */
  readonly isOpen: boolean
  /** The chance of completing every set, 0–1. */
  readonly chance: number
  readonly reason: string
}

/** Advice from the memory of a lift. */
export interface Coach {
  readonly advise: Advise
  nextTime(exerciseId: string): NextSets | undefined
}
