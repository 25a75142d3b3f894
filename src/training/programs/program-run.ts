import type { RepRange } from '../progression/types.ts'
import type { SetType } from '../types.ts'
import type { WeightUnit } from '../units.ts'

/** A position in a run. */
export interface ProgramStep {
  /** The number of the cycle, from 1. */
  readonly cycle: number
  readonly week: string
  readonly day: string
}

/** A lifter's decision about a run. Times are milliseconds since 1970. */
export type RunDecision = { readonly id: string; readonly at: number } & (
  | { readonly kind: 'skip'; readonly step: ProgramStep }
  | { readonly kind: 'repeat'; readonly week: string }
  | { readonly kind: 'go_to'; readonly step: ProgramStep }
  | { readonly kind: 'set_base'; readonly lift: string; readonly baseGrams: number }
  | { readonly kind: 'swap'; readonly slot: string; readonly exerciseId: string }
  | { readonly kind: 'use_revision'; readonly revision: number }
)

/** A run: the program that it follows, its initial bases, and the decisions since. */
export interface Run {
  readonly id: string
  readonly programRevision: number
  /** Grams, by the key of the lift. */
  readonly startingBases: ReadonlyMap<string, number>
  /** Decisions in any order. Those with the same id count once. */
  readonly decisions: readonly RunDecision[]
}

/** A set of a run's workout. */
export interface RunSet {
  readonly type: SetType
  readonly reps?: number | undefined
  readonly weightGrams?: number | undefined
  /** The unit in which the weight was logged. */
  readonly unit?: WeightUnit | undefined
  readonly durationSeconds?: number | undefined
  readonly distanceMillimeters?: number | undefined
  readonly target?:
    | {
        readonly key?: string | undefined
        readonly reps?: RepRange | undefined
        readonly weightGrams?: number | undefined
      }
    | undefined
}

/** A workout of a run, as currently logged. */
export interface RunWorkout {
  readonly id: string
  readonly startedAt: number
  /** Absent while in progress. */
  readonly endedAt?: number | undefined
  readonly plan: ProgramStep
  readonly exercises: readonly {
    readonly slot?: string | undefined
    readonly exerciseId: string
    readonly sets: readonly RunSet[]
  }[]
}

/** The current base, and the workout or decision that last changed it. */
export interface CurrentBase {
  readonly baseGrams: number
  readonly fromGrams?: number
  readonly workoutId?: string
  readonly cause?: BaseCause
}

/** The cause of a change of a base. */
export interface BaseCause {
  readonly kind: 'made' | 'missed' | 'reps' | 'set'
  readonly reps?: number
  readonly neededReps?: number
  readonly weightGrams?: number
  readonly week?: string
}

/** The state of a run, derived from the program, the decisions and the log. */
export interface RunState {
  /** The revision that the run follows now. */
  readonly revision: number
  /** Absent if the run has no step left. */
  readonly next: ProgramStep | undefined
  /** The workout of the next step, if it was started. */
  readonly inProgress: string | undefined
  readonly bases: ReadonlyMap<string, CurrentBase>
  /** The current exercise of each swapped slot. */
  readonly swaps: ReadonlyMap<string, string>
  readonly done: number
  readonly skipped: number
  /** The steps that are currently skipped. */
  readonly skippedSteps: readonly ProgramStep[]
  /** Workouts of a step that another workout had already completed. They count as training but not for progression. */
  readonly extra: readonly string[]
  /** The workouts that completed a step, one per step, in chronological order. */
  readonly countedWorkouts: readonly RunWorkout[]
}
