/** The inputs of a day's readiness. */
export interface DaySigns {
  /** Fatigue, 0–100. */
  readonly fatigue: number
  /** 0–10. */
  readonly soreness?: number | undefined
  /** 1 (drained) to 5 (full of energy); 3 if not stated. */
  readonly energy?: number | undefined
}

/** Soreness up to this costs no readiness. */
const freeSoreness = 2
const usualEnergy = 3

/**
 * The readiness for a day's workout, 0–100, from fatigue, soreness and energy. A coaching judgment, not a research
 * finding.
 */
export function dayReadiness({ fatigue, soreness = 0, energy = usualEnergy }: DaySigns): number {
  const readiness =
    100 - 0.6 * fatigue - 5 * Math.max(0, soreness - freeSoreness) - 10 * (usualEnergy - energy)
  return Math.min(100, Math.max(0, Math.round(readiness)))
}

/** Below this readiness a workout is made lighter: fewer sets, and more reps in reserve. */
export const minReadinessForFullWorkout = 75
