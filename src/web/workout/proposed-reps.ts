import type { LoggedSet } from './model.ts'

/** Reps, and the weight they were or will be done with, in one unit. */
export interface WeightAndReps {
  readonly weight: number | undefined
  readonly reps: number | undefined
}

/**
 * The reps to propose within a target's range: one more than last time, or the fewest if the weight went up, the set is
 * open-ended, or there is no last time. Undefined without a range.
 */
export function proposedReps(
  target: LoggedSet['target'],
  weight: number | undefined,
  last: WeightAndReps | undefined,
): number | undefined {
  const range = target?.reps
  if (!range) return undefined
  const wentUp = weight !== undefined && last?.weight !== undefined && weight > last.weight
  if (target?.openEnded || last?.reps === undefined || wentUp) return range.min
  return Math.min(range.max, Math.max(range.min, last.reps + 1))
}
