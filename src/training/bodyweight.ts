import type { Days } from './days.ts'
import { countUpTo } from './ordered.ts'
import type { PerformedSet } from './types.ts'

/** A measured bodyweight. */
export interface BodyweightMeasurement {
  /** Milliseconds since 1970. */
  readonly measuredAt: number
  readonly weightGrams: number
}

/** Returns the bodyweight of a set in grams. `workoutBodyweightGrams` is the one saved with the workout. */
export type BodyweightAt = (
  set: Pick<PerformedSet, 'performedAt' | 'timeZone' | 'workoutBodyweightGrams'>,
) => number | undefined

/**
 * The bodyweight of a set's workout: the last measurement of the same day (even if it was after the set), or else the
 * workout's own, or else the nearest measurement of an earlier day, or else the first of a later day, or else
 * undefined. The day is that of the workout, in its time zone. Measurements may be in any order.
 */
export function bodyweightOver(
  measurements: readonly BodyweightMeasurement[],
  days: Pick<Days, 'dayOf'>,
): BodyweightAt {
  const sorted = measurements.toSorted((a, b) => a.measuredAt - b.measuredAt)
  const byZone = new Map<string | undefined, readonly number[]>()
  const daysMeasured = (timeZone: string | undefined) => {
    const cached = byZone.get(timeZone)
    if (cached) return cached
    const measuredOn = sorted.map(({ measuredAt }) => days.dayOf(measuredAt, timeZone))
    byZone.set(timeZone, measuredOn)
    return measuredOn
  }
  return ({ performedAt, timeZone, workoutBodyweightGrams }) => {
    if (sorted.length === 0) return workoutBodyweightGrams
    const measuredOn = daysMeasured(timeZone)
    const day = days.dayOf(performedAt, timeZone)
    const lastIndex = countUpTo(measuredOn, day) - 1
    const measured = sorted[lastIndex]?.weightGrams
    if (measuredOn[lastIndex] === day) return measured
    return workoutBodyweightGrams ?? measured ?? sorted[0]?.weightGrams
  }
}
