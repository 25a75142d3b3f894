import { isWorkingSet } from './counting.ts'
import { effectiveReps, type FormulaId, oneRepMaxBy } from './e1rm.ts'
import { bodyweightShareOf, strengthLoad } from './load.ts'
import type { ProgressMetric } from './progress.ts'
import { levelOfSet, type PointContext } from './progress-points.ts'
import type { PerformedSet, SetWork } from './types.ts'

/** The figure of a set for each metric; 0 for a set without one. */
const figures = {
  one_rep_max(set, loadGrams, formula) {
    const n = effectiveReps(set)
    return (n === undefined ? undefined : oneRepMaxBy(formula, loadGrams, n)) ?? 0
  },
  level: levelOfSet,
  reps: ({ reps = 0 }) => reps,
  duration: ({ durationSeconds = 0 }) => durationSeconds,
  distance: ({ distanceMillimeters = 0 }) => distanceMillimeters,
} as const satisfies Record<ProgressMetric, (set: SetWork, loadGrams: number, formula: FormulaId) => number>

/**
 * The best figure of a metric among sets of one exercise; undefined if no set has one. The same as the best of their
 * `workoutPoints`, without computing the rest of the points.
 */
export function bestFigure(
  metric: ProgressMetric,
  sets: Iterable<PerformedSet>,
  { facts, formula, bodyweightAt }: Omit<PointContext, 'days'>,
): number | undefined {
  const movesBody = bodyweightShareOf(facts) > 0
  const figureOf = figures[metric]
  let best = 0
  let workoutId: string | undefined
  let bodyweight: number | undefined
  for (const set of sets) {
    if (!isWorkingSet(set)) continue
    // The sets of a workout share its bodyweight and are usually adjacent, so it is rarely looked up twice.
    if (movesBody && set.workoutId !== workoutId) {
      workoutId = set.workoutId
      bodyweight = bodyweightAt(set)
    }
    best = Math.max(best, figureOf(set, strengthLoad(set, facts, bodyweight) ?? 0, formula))
  }
  return best > 0 ? best : undefined
}
