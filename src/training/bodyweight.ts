import type { Days } from './days.ts'
import { countUpTo } from './ordered.ts'
import type { PerformedSet } from './types.ts'

/** A measured bodyweight. */
export interface BodyweightMeasurement {
  /** Milliseconds since 1970. */
  readonly measuredAt: number
  readonly weightGrams: number
}

/** Returns the bodyweight in grams at a time; `workoutBodyweightGrams` is the one saved with the workout. */
export type BodyweightAt = (
  set: Pick<PerformedSet, 'performedAt' | 'timeZone' | 'workoutBodyweightGrams'>,
) => number | undefined

/**
 * The bodyweight of a set's workout: the last measurement of the same day (even if it came after the set), else
 * the workout's own, else the nearest measurement of an earlier day, else the first of a later one, else
 * unknown. The day is the workout's, in its time zone. Measurements may come in any order.
 */
export function bodyweightOver(
  measurements: readonly BodyweightMeasurement[],
  days: Pick<Days, 'dayOf'>,
): BodyweightAt {
  const sorted = measurements.toSorted((a, b) => a.measuredAt - b.measuredAt)
  const byZone = new Map<string | undefined, readonly number[]>()
  const daysMeasured = (timeZone: string | undefined) => {
    const known = byZone.get(timeZone)
    if (known) return known
    const measuredOn = sorted.map(({ measuredAt }) => days.dayOf(measuredAt, timeZone))
    byZone.set(timeZone, measuredOn)
    return measuredOn
  }
  return ({ performedAt, timeZone, workoutBodyweightGrams }) => {
    if (sorted.length === 0) return workoutBodyweightGrams
    const measuredOn = daysMeasured(timeZone)
    const day = days.dayOf(performedAt, timeZone)
    const last = countUpTo(measuredOn, day) - 1
    const measured = sorted[last]?.weightGrams
    if (measuredOn[last] === day) return measured
    return workoutBodyweightGrams ?? measured ?? sorted[0]?.weightGrams
  }
}
