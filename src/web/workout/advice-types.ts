import type { PlannedInput } from '../figures/questions.ts'
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
  /** The shares of a base that the sets call for, from the lowest to the highest, if there is no rule. */
  readonly share?:
    | { readonly min: number; readonly max: number; readonly of: 'training_max' | 'working_weight' }
    | undefined
  /** Whole sentences. */
  readonly reasons: readonly string[]
}

/** Gives the reasons for the targets of a program slot; undefined if another exercise was swapped in. */
export type SlotReasons = (workout: WorkoutFrame, slot: string, exerciseId: string) => Reasoning | undefined

/** The reason for a target, in at most five words and in whole sentences; the coach's sets; and the doubted sets. */
export interface Advice {
  readonly icon: IconName
  readonly text: string
  readonly reasons: readonly string[]
  /** The coach's sets. Undefined in a program, which prescribes its own, and for a past workout. */
  readonly next: NextSets | undefined
  readonly doubts: ReadonlyMap<string, Doubt>
}

export type Advise = (exercise: LoggedExercise, workout: WorkoutFrame) => Advice | undefined

/** The sets to do next time, with weights in this device's unit. */
export interface NextSets {
  readonly sets: readonly PlannedSet[]
  /** The chance of making the heaviest set, 0–1. Undefined if it can't be judged. */
  readonly chance: number | undefined
  /** Whole sentences; the first says what decided. */
  readonly reasons: readonly string[]
  /** A lighter workout that is offered instead, in a sentence. */
  readonly deload: string | undefined
}

/** A set to do. Its weight is given both directly and in its target. */
export type PlannedSet = PlannedInput

/** Advice from the memory of a lift. */
export interface Coach {
  readonly advise: Advise
  nextTime(exerciseId: string): NextSets | undefined
}
