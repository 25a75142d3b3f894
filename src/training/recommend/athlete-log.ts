import type { Schemas } from '#generated/types.ts'
import type { BodyweightAt } from '../bodyweight.ts'
import type { Cut } from '../cut.ts'
import { dayMs } from '../day-ms.ts'
import type { Days } from '../days.ts'
import type { FormulaId } from '../e1rm.ts'
import type { SorenessReport } from '../fatigue/types.ts'
import type { Goal } from '../goals.ts'
import type { LandmarkTable } from '../landmarks.ts'
import type { RememberedLift } from '../lift-state/index.ts'
import type { PlatePairs } from '../plates/rack.ts'
import type { Scheme } from '../progression/schemes.ts'
import type { TrainedSet } from '../progression/types.ts'
import type { ExerciseIndex, PerformedSet } from '../types.ts'
import type { WeightUnit } from '../units.ts'
import type { AthleteState } from './types.ts'

/** The windows for weekly sets, familiar exercises and progress, in milliseconds. */
export const athleteWindows = { week: 7 * dayMs, familiar: 56 * dayMs, progress: 84 * dayMs } as const

/** The scheme that was chosen for an exercise. */
export interface ChosenScheme {
  readonly scheme: Scheme
  /** When, in milliseconds since 1970. */
  readonly since?: number | undefined
}

/** A person's log and equipment, from which their state is derived. */
export interface AthleteLog {
  /**
   * The sets of at least the 12 weeks before `at`, and all since a scheme was chosen; oldest workout first. If those
   * 12 weeks are empty or begin with a break, also the sets of the 12 weeks up to the last workout before them.
   */
  readonly sets: readonly TrainedSet[]
  /** Facts of each exercise in the sets. */
  readonly exercises: ExerciseIndex
  /** The workouts of programs, by id. */
  readonly inPrograms?: ReadonlySet<string> | undefined
  readonly equipmentOf: (exerciseId: string) => Schemas['Equipment'] | undefined
  readonly bodyweightAt: BodyweightAt
  readonly days: Pick<Days, 'dayOf'>
  /** When the workout will be, in milliseconds since 1970. */
  readonly at: number
  readonly unit: WeightUnit
  /** The unit of an exercise, if it differs: people stay with the unit in which they logged it. */
  readonly unitOf?: ((exerciseId: string) => WeightUnit | undefined) | undefined
  /** The only equipment that the person has; by default everything. */
  readonly equipment?: readonly Schemas['Equipment'][] | undefined
  readonly plates?: readonly PlatePairs[] | undefined
  readonly soreness?: readonly SorenessReport[] | undefined
  readonly schemes?: ReadonlyMap<string, ChosenScheme> | undefined
  /** The memory of lifts at `at`; by default folded from the sets. */
  readonly memory?: { of(exerciseId: string): RememberedLift | undefined } | undefined
  readonly landmarks?: LandmarkTable | undefined
  readonly experience?: AthleteState['experience']
  readonly birthYear?: number | undefined
  readonly goal?: Goal | undefined
  readonly workoutsPerWeek?: number | undefined
  /** A day number. */
  readonly competitionDay?: number | undefined
  /** The phase of the last workout. */
  readonly phase?: Schemas['TrainingPhase'] | undefined
  /** The cut that the person is in, if any. */
  readonly cut?: Cut | undefined
  readonly formula?: FormulaId | undefined
}

/** The sets within a time span that ends at an instant. */
export const setsWithin = <Logged extends PerformedSet>(
  sets: readonly Logged[],
  at: number,
  window: number,
): Logged[] => sets.filter(({ performedAt }) => performedAt <= at && performedAt > at - window)
