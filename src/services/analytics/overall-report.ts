import type { Schemas } from '#generated/types.ts'
import type { OverallProgress, PeriodTotals } from '#training/overall.ts'
import { fromGrams, rounded } from '#training/units.ts'
import { methodOf } from './method.ts'

/** The report of `GET /api/analytics/progress` on all training. */
export function overallReport(
  timeZone: string,
  unit: Schemas['WeightUnit'],
  progress: OverallProgress,
): Schemas['OverallProgress'] {
  const { current } = progress
  return {
    scope: 'overall',
    from: current.period.from,
    to: current.period.to,
    timeZone,
    status: current.workouts === 0 ? 'insufficient_data' : 'ok',
    current: totalsOf(current, unit),
    previous: totalsOf(progress.previous, unit),
    workoutsPerWeek: rounded(progress.workoutsPerWeek, 2),
    streakWeeks: progress.streakWeeks,
    split: progress.split.map(({ category, sets, percent }) => ({
      category,
      sets,
      percent: rounded(percent, 2),
    })),
    unknownLoadSets: current.unknownLoadSets,
    methods: progress.methods.map(methodOf),
  }
}

/** The sums of a period in the contract's shape. */
export function totalsOf(totals: PeriodTotals, unit: Schemas['WeightUnit']): Schemas['PeriodTotals'] {
  const { period, workouts, sets, reps, volumeGrams, durationSeconds } = totals
  return {
    from: period.from,
    to: period.to,
    workouts,
    sets,
    reps,
    volumeLoad: fromGrams(volumeGrams, unit),
    durationSeconds,
  }
}
