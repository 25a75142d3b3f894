import type { MuscleFatigue } from '../fatigue/types.ts'
import type { Muscle } from '../types.ts'
import type { MuscleNeed } from './need.ts'
import type { Choice, Share } from './plan.ts'
import type { Dose } from './prescribe.ts'
import type { AthleteState, Candidate, WorkoutRequest } from './types.ts'

/** An exercise that could be chosen. */
export interface Entry {
  readonly candidate: Candidate
  readonly dose: Dose
  readonly restSeconds: number
  readonly preference: number
  /** Whether it is due in the lifter's usual week. */
  readonly isDue: boolean
  /** Whether its sets are heavy ones of a big lift. */
  readonly isHeavy: boolean
  /** The contributions of all its sets. Both sides of a one-sided lift count once. */
  readonly shares: readonly Share[]
}

/** The choices so far, and the inputs of the next choice. */
export interface Search {
  readonly request: WorkoutRequest
  readonly state: AthleteState
  readonly fatigue: ReadonlyMap<Muscle, MuscleFatigue>
  readonly needs: ReadonlyMap<Muscle, MuscleNeed>
  readonly planned: Map<Muscle, { sets: number; stimulus: number }>
  readonly choices: Choice[]
  /** The muscles of the part of the week whose turn it is; all if undefined. */
  readonly part?: ReadonlySet<Muscle> | undefined
  /** Whether one heavy lift a day is enough, because the athlete is peaking. */
  readonly oneHeavy: boolean
  /** The maximum number of exercises that are new to the person. */
  readonly maxNew: number
}
