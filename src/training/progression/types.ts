import type { BodyweightAt } from '../bodyweight.ts'
import type { DayNumber, Days } from '../days.ts'
import type { FormulaId } from '../e1rm.ts'
import type { Goal } from '../goals.ts'
import type { ForecastLabel, RememberedLift } from '../lift-state/index.ts'
import type { Method } from '../method.ts'
import type { Loading } from '../plates/loading.ts'
import type { ProgressStatus } from '../progress-status.ts'
import type { ExerciseFacts, PerformedSet, SetType } from '../types.ts'
import type { WeightUnit } from '../units.ts'
import type { Scheme, SchemeId } from './schemes.ts'

/** A range of reps, both ends inclusive. */
export interface RepRange {
  readonly min: number
  readonly max: number
}

/** The planned values of a set. */
export interface SetTarget {
  readonly reps?: RepRange | undefined
  readonly weightGrams?: number | undefined
  readonly rpe?: number | undefined
}

/** A performed set, with its plan. */
export interface TrainedSet extends PerformedSet {
  readonly target?: SetTarget | undefined
  /** The rest after it, in seconds. */
  readonly restSeconds?: number | undefined
}

/** A set to do. Can be posted as a planned set of a workout, with its reps, weight and so on as the target. */
export interface PrescribedSet {
  readonly type: Extract<SetType, 'warmup' | 'normal' | 'failure'>
  /**
   * The weight to enter, in whole grams, loadable; that of one hand for a per-hand lift, the added weight for
   * a bodyweight one. Absent: none, or unknown.
   */
  readonly weightGrams?: number
  /** Assistance from a band or machine, in whole grams. */
  readonly assistanceGrams?: number
  /** `min` is the target. */
  readonly reps?: RepRange
  /** As many reps as possible, at least `reps.min`. */
  readonly openEnded?: true
  readonly rpe?: number
  readonly durationSeconds?: number
  readonly distanceMillimeters?: number
  /** The set is done with each side. */
  readonly side?: 'both'
  /** Plates on each side of the bar in grams, heaviest first, if the user's plates are known. */
  readonly platesPerSide?: readonly number[]
  /** A decision to make during the workout, such as the weight of APRE's fourth set. */
  readonly note?: string
}

/** What to do the next time if reps of the prescription are missed. */
export interface IfMissed {
  readonly rule: string
  readonly sets: readonly PrescribedSet[]
  readonly text: string
}

/** A lighter workout, offered alongside the prescription. */
export interface DeloadOffer {
  readonly cause: 'break' | 'plateau' | 'missed'
  readonly percent: number
  readonly sets: readonly PrescribedSet[]
  readonly text: string
}

/** The one-rep max that a lift is expected to show: loads in grams, bodyweight included. */
export interface ExpectedOneRepMax {
  readonly valueGrams: number
  /** The ends of the interval that the lift's next result falls into in 80% of cases. */
  readonly lowGrams: number
  readonly highGrams: number
  readonly coverage: number
  /** Absent before the third session. */
  readonly label?: ForecastLabel
}

/** The next sets of an exercise. */
export interface Prescription {
  readonly status: 'prescription'
  readonly exerciseId: string
  readonly scheme: SchemeId
  /** The rule applied, such as `double.add_weight`. */
  readonly rule: string
  /** The working sets, in order. */
  readonly sets: readonly PrescribedSet[]
  readonly warmUps: readonly PrescribedSet[]
  /** Explanations for people; the first says what decided. */
  readonly reasons: readonly string[]
  readonly ifMissed?: IfMissed
  readonly deload?: DeloadOffer
  /** The chance, 0–1, of making the heaviest set. Absent if it can't be judged from the memory of the lift. */
  readonly chance?: number
  readonly oneRepMax?: ExpectedOneRepMax
  /** The workouts and sets that decided. */
  readonly workoutIds: readonly string[]
  readonly setIds: readonly string[]
  readonly method: Method
}

/** The log isn't enough to prescribe without guessing. */
export interface InsufficientData {
  readonly status: 'insufficient_data'
  readonly exerciseId: string
  readonly scheme: SchemeId
  readonly reasons: readonly string[]
  readonly method: Method
}

/** The next sets of an exercise, or the reason why they are unknown. */
export type Progression = Prescription | InsufficientData

export interface ProgressionInput {
  readonly facts: ExerciseFacts
  /**
   * All sets of the exercise, in any order of workouts, those of a workout in the order in which they were
   * done.
   */
  readonly sets: readonly TrainedSet[]
  /** Default: the memory. */
  readonly scheme?: Scheme | undefined
  /**
   * When the scheme was chosen, in milliseconds since 1970: earlier workouts decide where to begin, but don't count as
   * successes or misses.
   */
  readonly since?: number | undefined
  /** The memory of the lift; by default folded from the sets alone. */
  readonly memory?: RememberedLift | undefined
  readonly unit: WeightUnit
  /** The available weights; see `loadingFor`. */
  readonly loading: Loading
  readonly bodyweightAt: BodyweightAt
  readonly days: Pick<Days, 'dayOf'>
  /** Milliseconds since 1970. */
  readonly now: number
  readonly formula?: FormulaId | undefined
  /** The lifter's goal, which changes the rep range if their own reps are far from it. */
  readonly goal?: Goal | undefined
  /** The exercise's progress status; by default computed over the last 12 weeks. */
  readonly progress?: ProgressStatus | undefined
  /** Whether the lifter is losing weight, in which case a lift that stays the same isn't on a plateau. */
  readonly losesWeight?: boolean | undefined
  /**
   * The highest fatigue among the exercise's primary muscles, 0–100. Absent: no deload because of fatigue.
   */
  readonly fatigue?: number | undefined
}

/** A working set of a session. */
export interface WorkingSet {
  readonly ids: readonly string[]
  readonly type: SetType
  /**
   * The weight that moves besides the body, in grams: added weight less assistance. Undefined for a weighted lift
   * without a weight.
   */
  readonly weight: number | undefined
  /** The weaker side's, if sides were logged separately. */
  readonly reps: number
  readonly rpe?: number | undefined
  readonly rir?: number | undefined
  readonly durationSeconds?: number | undefined
  readonly distanceMillimeters?: number | undefined
  readonly sided: boolean
  readonly target?: SetTarget | undefined
}

/** The sets of the exercise in one workout. */
export interface Session {
  readonly workoutId: string
  readonly performedAt: number
  readonly day: DayNumber
  /** In the order in which they were done; never empty. */
  readonly sets: readonly WorkingSet[]
  /** The weight of most sets; if several tie, the heaviest. */
  readonly weight: number | undefined
  /** The sets at that weight. */
  readonly atWeight: readonly WorkingSet[]
  /** The body's part of the load, in grams; undefined if the lift moves the body and its weight is unknown. */
  readonly bodyGrams: number | undefined
}
