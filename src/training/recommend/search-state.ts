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
  /** It is due in the lifter's own week. */
  readonly isDue: boolean
  /**
   * The contributions of all its sets. Both sides of a one-sided lift count once.
   */
  readonly shares: readonly Share[]
}

/** What has been chosen so far, and what the choice depends on. */
export interface Search {
  readonly request: WorkoutRequest
  readonly state: AthleteState
  readonly fatigue: ReadonlyMap<Muscle, MuscleFatigue>
  readonly needs: ReadonlyMap<Muscle, MuscleNeed>
  readonly planned: Map<Muscle, { sets: number; stimulus: number }>
  readonly choices: Choice[]
}
