import type { Schemas } from '#generated/types.ts'
import type { MuscleFatigue } from '../fatigue/types.ts'
import type { Goal } from '../goals.ts'
import type { LandmarkTable } from '../landmarks.ts'
import type { Method } from '../method.ts'
import type { ProgressStatus } from '../progress-status.ts'
import type { PrescribedSet, Progression } from '../progression/types.ts'
import type { ExerciseFacts, Muscle } from '../types.ts'

/** An exercise that may be recommended. */
export interface Candidate extends ExerciseFacts {
  readonly name: string
  readonly equipment: Schemas['Equipment']
  readonly mechanic?: Schemas['Mechanic'] | undefined
  readonly pattern?: Schemas['MovementPattern'] | undefined
  readonly difficulty?: Schemas['Difficulty'] | undefined
}

/** The available time and equipment for a workout, and a person's wishes. */
export interface WorkoutRequest {
  /** 0 or more; more than 240 is treated as 240. */
  readonly minutes: number
  /** The only equipment available; by default everything. */
  readonly equipment?: readonly Schemas['Equipment'][] | undefined
  /** Whether that is the person's usual equipment, not just this workout's. */
  readonly isUsualEquipment?: boolean | undefined
  /** Trained first and more. */
  readonly focus?: readonly Muscle[] | undefined
  /** No exercise in which one of these is a primary or secondary muscle. */
  readonly avoid?: readonly Muscle[] | undefined
  /** 1 (drained) to 5 (full of energy). */
  readonly energy?: number | undefined
  /** Ids of unwanted exercises. */
  readonly exclude?: readonly string[] | undefined
}

/** A person's recent training of an exercise. */
export interface Familiarity {
  /** Workouts with it in the last 8 weeks; for someone who returns, in the 8 weeks before they stopped. */
  readonly workouts: number
  /** Hours since it was last done. */
  readonly hoursAgo?: number | undefined
  /** Days since it was last done, as a share of the usual days between workouts; undefined without a rhythm. */
  readonly due?: number | undefined
  /** The median number of its working sets per workout. */
  readonly sets?: number | undefined
  /** If it was last done before a break: how long ago that is, and what was done then, in words. */
  readonly away?: { readonly days: number; readonly did: string } | undefined
  readonly progress?: ProgressStatus | undefined
  /** Median rest after its sets, in seconds, if logged. */
  readonly restSeconds?: number | undefined
}

/** The state of a person that a recommendation is based on. */
export interface AthleteState {
  readonly experience?: Schemas['TrainingExperience'] | undefined
  readonly goal?: Goal | undefined
  /** In years, if the birth year is known. */
  readonly age?: number | undefined
  /** Fractional sets of each muscle in the preceding 7 days; a missing muscle has none. */
  readonly weeklySets: ReadonlyMap<Muscle, number>
  /** At the time of the workout. A missing muscle is recovered. */
  readonly fatigue: readonly MuscleFatigue[]
  /** The highest that was reported in the last two days, 0–10. */
  readonly soreness?: number | undefined
  /** How often the person trains or wants to train. */
  readonly workoutsPerWeek?: number | undefined
  /** Until their next competition. */
  readonly daysToCompetition?: number | undefined
  /** Whether their log shows that they are peaking for one. */
  readonly peaking?: boolean | undefined
  readonly familiar: ReadonlyMap<string, Familiarity>
  /** Whether an exercise was ever done, however long ago. */
  readonly hasDone: (exerciseId: string) => boolean
  /** Exercises for which the person chose a scheme. */
  readonly chosen: ReadonlySet<string>
  /**
   * The next prescription of an exercise; called for those that are considered and either familiar or chosen, a few
   * dozen at most.
   */
  readonly progressionOf: (exerciseId: string) => Progression | undefined
  readonly landmarks?: LandmarkTable | undefined
}

/** An exercise of a recommended workout. */
export interface RecommendedExercise {
  readonly exerciseId: string
  readonly warmUps: readonly PrescribedSet[]
  /** The working sets, in order. */
  readonly sets: readonly PrescribedSet[]
  readonly restSeconds: number
  /** Warm-ups, sets and rests, and changing over to it. */
  readonly estimatedSeconds: number
  /** Why it was chosen, most important first, then why these sets. */
  readonly reasons: readonly string[]
  /** The rule of its progression, if it has one. */
  readonly rule?: string
}

/** Why something isn't in the workout. */
export type OmissionCode =
  | 'fatigued'
  | 'would_overload'
  | 'avoided'
  | 'excluded'
  | 'equipment'
  | 'enough_sets'
  | 'time'
  | 'too_advanced'
  | 'peaking'
  | 'other_day'
  | 'new_exercises'

/** A muscle, or an exercise that the person does, that isn't in the workout. */
export interface Omission {
  readonly code: OmissionCode
  readonly muscle?: Muscle
  readonly exerciseId?: string
  readonly text: string
}

/** The fatigue that the workout would add to a muscle. */
export interface AddedFatigue {
  readonly muscle: Muscle
  /** Fractional sets weighted by effort. */
  readonly stimulus: number
  /** Before, and right after: 0–100. */
  readonly before: number
  readonly after: number
}

/** Why a workout is empty. */
export type EmptyCode =
  | 'no_time'
  | 'no_equipment'
  | 'nothing_recovered'
  | 'nothing_needed'
  | 'all_excluded'
  | 'competition'

/** A whole workout. */
export interface WorkoutRecommendation {
  readonly exercises: readonly RecommendedExercise[]
  readonly estimatedSeconds: number
  readonly addedFatigue: readonly AddedFatigue[]
  readonly leftOut: readonly Omission[]
  /** The person's readiness for it, 0–100; see `dayReadiness`. */
  readonly readiness: number
  /** Present when there are no exercises. */
  readonly empty?: { readonly code: EmptyCode; readonly text: string }
  readonly method: Method<'recommend.workout'>
}
