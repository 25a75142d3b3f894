import type { Days } from './days.ts'
import { countUpTo } from './ordered.ts'
import type { PerformedSet } from './types.ts'

/** A measured bodyweight. */
export interface BodyweightMeasurement {
  /** Milliseconds since 1970. */
  readonly measuredAt: number
  readonly weightGrams: number
}

/** Which bodyweight applies when, in grams; `workoutBodyweightGrams` is the workout's own. */
export type BodyweightAt = (
  set: Pick<PerformedSet, 'performedAt' | 'workoutBodyweightGrams'>,
) => number | undefined

/**
 * The bodyweight of a set's day: the nearest measurement at or before that day of the user (the last one of
 * the day itself, even if it came after the set), else the workout's own, else the first measurement after,
 * else unknown. Measurements may come in any order.
 */
export function bodyweightOver(
  measurements: readonly BodyweightMeasurement[],
  days: Pick<Days, 'dayOf'>,
): BodyweightAt {
  const sorted = measurements.toSorted((a, b) => a.measuredAt - b.measuredAt)
  const measuredOn = sorted.map((measurement) => days.dayOf(measurement.measuredAt))
  return ({ performedAt, workoutBodyweightGrams }) => {
    const upTo = sorted.length === 0 ? 0 : countUpTo(measuredOn, days.dayOf(performedAt))
    return sorted[upTo - 1]?.weightGrams ?? workoutBodyweightGrams ?? sorted[0]?.weightGrams
  }
}
