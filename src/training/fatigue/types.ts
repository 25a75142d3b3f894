import type { Muscle } from '../types.ts'

/** `recovered` below a fatigue of 20, `fatigued` at 60 or more, `recovering` in between. */
export type RecoveryState = 'recovered' | 'recovering' | 'fatigued'

/** A person's report of how sore a muscle is. */
export interface SorenessReport {
  readonly muscle: Muscle
  /** 0–10. */
  readonly soreness: number
  /** Milliseconds since 1970. */
  readonly reportedAt: number
}

/** A workout or a soreness report, with the fatigue left from it. */
export interface FatigueContribution {
  readonly kind: 'workout' | 'soreness'
  /** Absent for soreness. */
  readonly workoutId?: string
  /** When it started to count, in milliseconds since 1970. */
  readonly startedAt: number
  /** Fractional sets weighted by effort; absent for soreness. */
  readonly stimulus?: number
  /** Its initial fatigue, 0–100. */
  readonly initialFatigue: number
  /** Hours until its fatigue is gone. */
  readonly recoveryHours: number
  /** The fatigue left from it, 0–100. */
  readonly fatigue: number
  /** Ids of the sets that it came from; none for soreness. */
  readonly setIds: readonly string[]
}

/** The forecast for a muscle at a later time, without further training. */
export interface FatigueForecast {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly fatigue: number
  readonly readiness: number
  readonly state: RecoveryState
}

/** The fatigue of a muscle: an estimate that its owner can correct, never a diagnosis. */
export interface MuscleFatigue {
  readonly muscle: Muscle
  /** 0–100. */
  readonly fatigue: number
  /** 100 − fatigue. */
  readonly readiness: number
  /** Readiness if recovery takes 25% longer, and 25% less. */
  readonly readinessLow: number
  readonly readinessHigh: number
  readonly state: RecoveryState
  /** Start of the last of the given workouts that trained it as a primary or secondary muscle. */
  readonly lastTrainedAt?: number
  /** The first millisecond in which it is `recovered`; absent if it is already. */
  readonly recoveredAt?: number
  /** The same if recovery takes 25% less, and 25% longer; never before `at`. */
  readonly recoveredEarliest?: number
  readonly recoveredLatest?: number
  /** The contribution of each workout or report, oldest first. */
  readonly contributions: readonly FatigueContribution[]
  readonly forecast: readonly FatigueForecast[]
}
