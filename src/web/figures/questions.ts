import type { Schemas } from '#generated/types.ts'
import type { BodyweightGoal } from '#training/cut.ts'
import type { FormulaId } from '#training/e1rm.ts'
import type { LandmarkTable } from '#training/landmarks.ts'
import type { RememberedLift } from '#training/lift-state/memory-fold.ts'
import type { PlatePairs } from '#training/plates/rack.ts'
import type { ExerciseProgress } from '#training/progress.ts'
import type { ExpectedOneRepMax, Prescription } from '#training/progression/types.ts'
import type { PresentedWorkout } from '#training/recommend/present.ts'
import type { RecordKind } from '#training/records/kinds.ts'
import type { ExerciseRecords } from '#training/records/records.ts'
import type { LoadDay } from '#training/session-load/training-load.ts'
import type { Strength } from '#training/strength/strength.ts'

/** What a set can beat: the one-rep max of the lift, or, if it never has one, any of the others. */
export type SetRecordKind = Extract<
  RecordKind,
  'best_one_rep_max' | 'longest_distance' | 'longest_duration' | 'most_reps_at_weight'
>

/** The best set of an exercise in a workout, if it beat those of all earlier workouts. */
export interface NewRecord {
  readonly kind: SetRecordKind
  readonly setId: string
  readonly exerciseId: string
  readonly workoutId: string
  /** In grams, millimeters, seconds or reps, by its kind. */
  readonly value: number
  /** How much it beat the best of the earlier workouts by. */
  readonly gain: number
}

/** The records of all exercises, from the workouts that are over. */
export interface AllRecords {
  readonly beaten: readonly NewRecord[]
  /** The best of each exercise and kind, by `bestKey`. */
  readonly bests: ReadonlyMap<string, number>
  /** The workouts that were included. */
  readonly workoutIds: ReadonlySet<string>
}

/** A lift, and its best one-rep max in each of its last sessions, oldest first, in grams. */
export interface LiftTrend {
  readonly exerciseId: string
  readonly values: readonly number[]
}

/** The question of how strong the user is relative to their bodyweight. */
export interface ScoreQuestion {
  /** Without it there are no points, since the formulas differ. */
  readonly sex: Schemas['Sex'] | undefined
}

/** The question of which weight a program should start a lift at. */
export interface BaseQuestion {
  readonly exerciseId: string
  /** The share of the one-rep max to start at. */
  readonly percent: number
}

/** The question of how an exercise is going. */
export interface ExerciseQuestion {
  readonly exerciseId: string
  /** How a one-rep max is estimated; by the default formula if left out. */
  readonly formula?: FormulaId | undefined
  readonly bodyweightGoal: BodyweightGoal | undefined
}

/** The question of what to do next time, with the available plates. */
export interface CoachQuestion {
  readonly exerciseId: string
  /** Left out if the default scheme applies. */
  readonly chosen?: ChosenQuestion
  readonly plates: readonly PlatePairs[]
  /** Left out for equipment without a bar. */
  readonly barGrams?: number
  readonly bodyweightGoal: BodyweightGoal | undefined
}

/** The question of what to train now. */
export interface SuggestQuestion extends ChosenQuestion {
  /** When the workout would start, in milliseconds since 1970. */
  readonly at: number
  readonly minutes: number
  /** Ids of unwanted exercises. */
  readonly exclude: readonly string[]
}

/** What the server would read from the profile and the user's choices. */
export interface ChosenQuestion {
  /** Everything by default. */
  readonly equipment: readonly Schemas['Equipment'][] | undefined
  /** The usual weight steps by default. */
  readonly plates: readonly PlatePairs[] | undefined
  /** The landmarks that the user has set, if any. */
  readonly landmarks: LandmarkTable | undefined
  /** The schemes that the user has chosen, if any. */
  readonly progressions?: readonly Schemas['ChosenProgression'][] | undefined
  /** The user's reports of sore muscles, if any. */
  readonly soreness?: readonly Schemas['Soreness'][] | undefined
  readonly workoutsPerWeek: number | undefined
  readonly competitionDay: string | undefined
  readonly bodyweightGoal: BodyweightGoal | undefined
}

export interface Coaching {
  /** The memory of the lift; undefined until a set shows its strength. */
  readonly remembered: RememberedLift | undefined
  /** The largest plausible weight of a lift without a history, as entered, in kilograms. */
  readonly limit: number
  /** The sets to do next time; undefined without a finished session, or if there is nothing to prescribe. */
  readonly next: Prescription | undefined
  /** The sets of `next` if the user chose its scheme. */
  readonly planned?: readonly PlannedInput[] | undefined
}

/** A planned set, as the user's workouts contain it. */
export type PlannedInput = Omit<Schemas['WorkoutSetInput'], 'id' | 'restSeconds'>

/** Each question that needs the whole log, and is therefore computed in a worker, with its answer. */
export interface Questions {
  readonly records: { readonly about: undefined; readonly answer: AllRecords }
  readonly strength: { readonly about: undefined; readonly answer: readonly LiftTrend[] }
  readonly score: { readonly about: ScoreQuestion; readonly answer: Strength }
  /** Of today. */
  readonly load: { readonly about: undefined; readonly answer: LoadDay | undefined }
  readonly coach: { readonly about: CoachQuestion; readonly answer: Coaching }
  readonly exercise: {
    readonly about: ExerciseQuestion
    readonly answer:
      | {
          readonly progress: ExerciseProgress
          readonly records: ExerciseRecords
          /** As of today. Undefined if the lift isn't measured by load, or if a formula was chosen. */
          readonly expected: ExpectedOneRepMax | undefined
        }
      | undefined
  }
  readonly suggest: { readonly about: SuggestQuestion; readonly answer: PresentedWorkout }
  /** The answer is in grams; undefined without a log of the lift. */
  readonly base: { readonly about: BaseQuestion; readonly answer: number | undefined }
}

/** Identifies a best: that of an exercise, or, for reps, of an exercise at a weight in grams. */
export const bestKey = (kind: SetRecordKind, exerciseId: string, weightGrams = 0): string =>
  `${kind} ${exerciseId}${kind === 'most_reps_at_weight' ? ` ${weightGrams}` : ''}`

export type QuestionName = keyof Questions

/** The cache key of a question. */
export const keyOf = (name: QuestionName, about: unknown, unit: string): string =>
  `${name} ${unit} ${JSON.stringify(about)}`

/** A question as it is sent to the worker. */
export interface WorkerRequest {
  readonly id: number
  readonly name: QuestionName
  readonly about: unknown
  /** The unit that the figures are for. */
  readonly unit: Schemas['WeightUnit']
}

/** A message from the worker: an answer, or notice that earlier answers are outdated. */
export type WorkerMessage = { readonly id: number; readonly answer: unknown } | { readonly changed: true }
