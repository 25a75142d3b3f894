import type { Schemas } from '#generated/types.ts'
import type { LandmarkTable } from '../landmarks.ts'
import type { Candidate } from '../recommend/types.ts'
import type { Muscle } from '../types.ts'
import type { WeightUnit } from '../units.ts'

/** What a block is for, and how much time there is. */
export interface BlockRequest {
  readonly goal: Schemas['ProgramGoal']
  /** 1–6. */
  readonly sessionsPerWeek: number
  /** Of a session. */
  readonly minutes: number
  /** 4–6, the last one a deload. */
  readonly weeks: number
  /** By default everything. */
  readonly equipment?: readonly string[] | undefined
  readonly experience: Schemas['TrainingExperience']
  /** Muscles to train more than the others. */
  readonly favor: readonly Muscle[]
  readonly exclude: readonly string[]
}

/** What is known about the lifter. */
export interface BlockContext {
  readonly candidates: readonly Candidate[]
  readonly landmarks: LandmarkTable
  readonly unit: WeightUnit
  /** How many sessions of an exercise the lifter remembers. */
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

/** A day of a split. */
export interface SplitDay {
  readonly key: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** A role with its exercise. */
export interface Placed {
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
