import type { Schemas } from '#generated/types.ts'
import type { LandmarkTable } from '../landmarks.ts'
import type { Candidate } from '../recommend/types.ts'
import type { Muscle } from '../types.ts'
import type { WeightUnit } from '../units.ts'

/** The goal of a block, the available time and equipment, and the lifter's preferences. */
export interface BlockRequest {
  readonly goal: Schemas['ProgramGoal']
  /** 1–6. */
  readonly sessionsPerWeek: number
  /** The length of a workout, in minutes. */
  readonly minutes: number
  /** 4–6, the last one a deload. */
  readonly weeks: number
  /** Any equipment if absent. */
  readonly equipment?: readonly string[] | undefined
  readonly experience: Schemas['TrainingExperience']
  /** Muscles to train more than the others. */
  readonly favor: readonly Muscle[]
  readonly exclude: readonly string[]
}

/** The data on the lifter that a block is planned with. */
export interface BlockContext {
  readonly candidates: readonly Candidate[]
  readonly landmarks: LandmarkTable
  readonly unit: WeightUnit
  /** How many sessions of an exercise the lifter has logged. */
  readonly sessionsOf: (exerciseId: string) => number
  /** The one-rep max that the memory of a lift expects, in grams. */
  readonly oneRepMaxOf: (exerciseId: string) => number | undefined
}

/** A place in a day, before it has an exercise. */
export interface Role {
  /** The muscle that it is for. */
  readonly muscle: Muscle
  readonly patterns: readonly Schemas['MovementPattern'][]
  /** A lift that the day is built around. */
  readonly isMain?: true
}

export interface SplitDay {
  readonly key: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** A role with its exercise. */
export interface PlacedExercise {
  readonly day: string
  readonly slot: string
  readonly role: Role
  readonly exercise: Candidate
  readonly reasons: readonly string[]
}

/** The weekly direct sets of a muscle, week by week, and why. */
export interface MuscleVolume {
  readonly muscle: Muscle
  readonly sets: readonly number[]
  readonly reason: string
}
