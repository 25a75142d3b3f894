import type { Schemas } from '#generated/types.ts'
import type { Remembered } from '#training/lift-state/memory-fold.ts'
import type { ExerciseProgress } from '#training/progress.ts'
import type { ExerciseRecords } from '#training/records/records.ts'

/** A best one-rep max that was beaten, in grams. */
export interface BeatenRecord {
  readonly setId: string
  readonly exerciseId: string
  readonly workoutId: string
  readonly oneRepMaxGrams: number
  /** By how much. */
  readonly gainGrams: number
}

/** The records of all exercises, in the workouts that are over. */
export interface AllRecords {
  readonly beaten: readonly BeatenRecord[]
  /** The best one-rep max of each exercise, in grams. */
  readonly bests: ReadonlyMap<string, number>
  /** The workouts that were included. */
  readonly workoutIds: ReadonlySet<string>
}

/** A lift, and its best one-rep max in each of its last sessions, oldest first, in grams. */
export interface LiftTrend {
  readonly exerciseId: string
  readonly values: readonly number[]
}

/** The question where a lift of a program should start. */
export interface BaseAsked {
  readonly exerciseId: string
  /** Of its one-rep max. */
  readonly percent: number
}

/** Each question that needs the whole log, and is therefore computed in a worker, with its answer. */
export interface Questions {
  readonly records: { readonly about: undefined; readonly answer: AllRecords }
  readonly strength: { readonly about: undefined; readonly answer: readonly LiftTrend[] }
  /** The memory of a lift; empty until a set shows its strength. */
  readonly memory: {
    readonly about: string
    readonly answer: { readonly remembered?: Remembered | undefined }
  }
  readonly exercise: {
    readonly about: string
    readonly answer: { readonly progress: ExerciseProgress; readonly records: ExerciseRecords } | undefined
  }
  /** In grams; undefined without a log of the lift. */
  readonly base: { readonly about: BaseAsked; readonly answer: number | undefined }
}

export type QuestionName = keyof Questions

/** The cache key of a question. */
export const keyOf = (name: QuestionName, about: unknown, unit: string): string =>
  `${name} ${unit} ${JSON.stringify(about)}`

/** A question as it is sent to the worker. */
export interface Asked {
  readonly id: number
  readonly name: QuestionName
  readonly about: unknown
  /** The unit that the figures are for. */
  readonly unit: Schemas['WeightUnit']
}

/** A message from the worker: an answer, or notice that earlier answers are outdated. */
export type Told = { readonly id: number; readonly answer: unknown } | { readonly changed: true }
