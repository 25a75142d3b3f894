import type { Schemas } from '#generated/types.ts'
import type { BodyweightAt } from './bodyweight.ts'
import { type Cut, type CutJudgment, cutDays, judgeInCut } from './cut.ts'
import type { DayNumber, Days } from './days.ts'
import { defaultFormula, type FormulaId, oneRepMaxMethod } from './e1rm.ts'
import { type HampelOptions, hampelMethod, hampelOutliers } from './hampel.ts'
import { comebackGap } from './lift-state/breaks.ts'
import { type Plateau, plateauOf } from './lift-state/index.ts'
import type { Method } from './method.ts'
import { type WorkoutPoint, workoutPoints } from './progress-points.ts'
import {
  type DayValue,
  isSufficient,
  lastRecordDay,
  type ProgressStatus,
  type ProgressTrend,
  progressTrend,
  statusMethod,
  statusOf,
  statusRules,
} from './progress-status.ts'
import { trendMethod } from './theil-sen.ts'
import type { ExerciseFacts, PerformedSet, Tracking } from './types.ts'
import { volumeMethods } from './volume-methods.ts'

/** What a trend tracks: each workout's best e1RM or level (grams), most reps, longest time (s) or distance (mm). */
export type ProgressMetric = Schemas['ProgressMetric']

/** A workout, with the figure that the trend tracks. */
export interface ProgressPoint extends WorkoutPoint {
  /** In grams, reps, seconds or millimeters, above 0. Absent if the workout has no such figure. */
  readonly value?: number
  /** An outlier: marked, not dropped. */
  readonly outlier: boolean
}

/** The progress of one exercise. */
export interface ExerciseProgress {
  readonly metric: ProgressMetric
  readonly status: ProgressStatus
  /** Oldest first. */
  readonly points: readonly ProgressPoint[]
  /** Starts on the day of the first point. Absent while there is not enough data. */
  readonly trend?: ProgressTrend
  /** When progress ended, if it did: the first day of that week. */
  readonly plateau?: { readonly since: DayNumber; readonly kind: Plateau['kind'] }
  /** How the trend is judged in a cut. */
  readonly inCut?: CutJudgment
  readonly unknownLoadSets: number
}

/** The options for an exercise's progress. */
export interface ProgressOptions {
  readonly days: Pick<Days, 'dayOf'>
  readonly bodyweightAt: BodyweightAt
  /** The day that the status is for: the last of the range, or today if that is earlier. */
  readonly asOf: DayNumber
  readonly formula?: FormulaId | undefined
  /** Workouts that were light on purpose. They have points, but don't affect the status unless all were light. */
  readonly lightWorkouts?: ReadonlySet<string> | undefined
  /** The cut that the user is in, if any. */
  readonly cut?: Cut | undefined
  /**
   * The best figure of a metric before the first set, so that a record is an all-time one; undefined if there is none.
   */
  readonly bestBefore?: ((metric: ProgressMetric) => number | undefined) | undefined
}

/**
 * The metrics for each kind of tracking, best first: the first that at least half of the workouts have is used,
 * else the last. Push-ups in sets of twenty have no one-rep max, so reps are used; cardio without a distance
 * uses time. If a third of the workouts have too many reps for an estimated one-rep max, the level is used, or the reps
 * if a bodyweight lift is always done without weight.
 */
const metrics = {
  weight_reps: ['one_rep_max', 'level'],
  bodyweight_reps: ['one_rep_max', 'reps'],
  reps: ['reps'],
  duration: ['duration'],
  distance_duration: ['distance', 'duration'],
} as const satisfies Record<Tracking, readonly [ProgressMetric, ...ProgressMetric[]]>

const figures = {
  one_rep_max: (point) => point.oneRepMax?.value ?? 0,
  level: (point) => point.level,
  reps: (point) => point.mostReps,
  duration: (point) => point.longestSeconds,
  distance: (point) => point.farthestMillimeters,
} as const satisfies Record<ProgressMetric, (point: WorkoutPoint) => number>

/**
 * How outliers are marked: on logarithms, among 7 workouts. Anything less than 4.2% off isn't marked, however
 * consistent the others are, since even a tested one-rep max varies that much (Grgic 2020).
 */
const outlierOptions = { window: 7, threshold: 3, leastDeviation: 0.042 } as const satisfies HampelOptions

function metricFor(tracking: Tracking, points: readonly WorkoutPoint[]): ProgressMetric {
  const [first, ...others] = metrics[tracking]
  const countWith = (metric: ProgressMetric) => points.filter((point) => figures[metric](point) > 0).length
  let chosen: ProgressMetric = first
  for (const other of others) if (countWith(chosen) * 2 < points.length) chosen = other
  // Only up to twelve reps give a one-rep max, but going from twelve to fourteen is progress.
  const withManyReps = points.filter(({ hasTooManyReps }) => hasTooManyReps).length
  if (chosen !== 'one_rep_max' || withManyReps === 0 || withManyReps * 3 < points.length) return chosen
  return tracking === 'bodyweight_reps' && points.every(({ addedGrams }) => addedGrams === 0)
    ? 'reps'
    : 'level'
}

/**
 * The progress of one exercise: one point for each workout, the trend, outliers and the status. `sets` are
 * all of that exercise in a range, in any order. An estimate, never a diagnosis.
 */
export function exerciseProgress(
  sets: Iterable<PerformedSet>,
  facts: ExerciseFacts,
  { days, bodyweightAt, asOf, formula = defaultFormula, bestBefore, lightWorkouts, cut }: ProgressOptions,
): ExerciseProgress {
  const workouts = workoutPoints(sets, { facts, formula, bodyweightAt, days })
  const metric = metricFor(facts.tracking, workouts)
  const measured = workouts
    .map((point) => ({ point, day: point.day, value: figures[metric](point) }))
    .filter(({ value }) => value > 0)
  const outlierMarks = hampelOutliers(
    measured.map(({ value }) => Math.log(value)),
    outlierOptions,
  )
  const judgedValues = new Map(
    measured.map(({ point, value }, index) => [point, { value, outlier: outlierMarks[index] ?? false }]),
  )
  const origin = workouts[0]?.day ?? asOf
  // Reps at different weights can't be compared.
  const isComparable = ({ addedGrams }: WorkoutPoint) =>
    metric !== 'reps' || addedGrams === workouts.at(-1)?.addedGrams
  const workingPoints = measured.filter(
    ({ point }) => isComparable(point) && !lightWorkouts?.has(point.workoutId),
  )
  const judgedPoints = workingPoints.length > 0 ? workingPoints : measured
  // Someone who is on the way back from a break has no plateau.
  const isReturning = daysBetween(judgedPoints.at(-1), measured.at(-1)) > comebackGap
  const trend = isSufficient(judgedPoints) && !isReturning ? progressTrend(judgedPoints, origin) : undefined
  const recordDay = lastRecordDay(judgedPoints, bestBefore?.(metric))
  const wholeStatus = statusOf(trend, judgedPoints, { recordDay, asOf })
  const trendStatus =
    wholeStatus === 'improving' && isRecentlyFlat(judgedPoints, { recordDay, asOf }) ? 'plateau' : wholeStatus
  const pointsWithoutOutliers = judgedPoints.filter(({ point }) => !judgedValues.get(point)?.outlier)
  // The linear trend may still rise when recent weeks have been flat.
  const plateau =
    trendStatus === 'improving' || trendStatus === 'plateau'
      ? plateauIn(pointsWithoutOutliers, origin)
      : undefined
  const isStuck = plateau !== undefined || trendStatus === 'plateau'
  const since = plateau?.since ?? (trendStatus === wholeStatus ? origin : asOf - recentPeriods[0].days)
  const pointsSince = judgedPoints.filter(({ day }) => day >= since)
  const isRising = isStuck && isMeanRising(metric, pointsSince, origin)
  const status = isRising ? 'improving' : isStuck ? 'plateau' : trendStatus
  const inCut =
    cut && trend && cutMetrics.has(metric)
      ? judgeInCut(recentPercent(judgedPoints, trend, asOf), cut, metric !== 'reps')
      : undefined
  const isHolding = inCut?.holds === true && status !== 'improving'
  return {
    metric,
    status: isHolding ? 'holding' : status,
    points: workouts.map((point) => ({ ...point, outlier: false, ...judgedValues.get(point) })),
    ...(trend && { trend }),
    ...(plateau && !isRising && !isHolding && { plateau }),
    ...(inCut && { inCut }),
    unknownLoadSets: workouts.reduce((sum, point) => sum + point.unknownLoadSets, 0),
  }
}

/** The methods of an exercise's progress by a metric. */
export const progressMethods = (metric: ProgressMetric, formula: FormulaId = defaultFormula): Method[] => [
  ...(metric === 'one_rep_max' ? [oneRepMaxMethod(formula)] : []),
  volumeMethods.volume,
  trendMethod,
  hampelMethod(outlierOptions),
  statusMethod,
]

const daysBetween = (earlier: Pick<DayValue, 'day'> | undefined, later: typeof earlier): number =>
  (later?.day ?? 0) - (earlier?.day ?? 0)

/**
 * The recent periods, in each of which someone who improved overall must still improve, with the minimum change in
 * percent over four weeks. Eight weeks may be flat by chance, or between two steps of the weight, so only a fall counts
 * there.
 */
const recentPeriods = [
  { days: 56, min: 0 },
  { days: 84, min: statusRules.plateauPercentPerFourWeeks },
] as const

/** Whether the last eight or twelve weeks neither rise nor have a recent record that stands out. */
const isRecentlyFlat = (values: readonly DayValue[], when: Parameters<typeof statusOf>[2]): boolean =>
  recentPeriods.some(({ days, min }) => {
    const recent = values.filter(({ day }) => day > when.asOf - days)
    const trend = isSufficient(recent) ? progressTrend(recent, when.asOf) : undefined
    if (!trend || trend.percentPerFourWeeks >= min) return false
    return statusOf({ ...trend, percentPerFourWeeks: 0 }, recent, when) === 'plateau'
  })

/** The metrics of strength, which may fall with bodyweight. */
const cutMetrics: ReadonlySet<ProgressMetric> = new Set(['one_rep_max', 'level', 'reps'])

/**
 * The change in percent over four weeks, in the days that decide on a cut, or in all if that is lower: a sudden drop at
 * the start is a loss, too.
 */
function recentPercent(values: readonly DayValue[], whole: ProgressTrend, asOf: DayNumber): number {
  const recent = values.filter(({ day }) => day > asOf - cutDays)
  const trend = isSufficient(recent) ? progressTrend(recent, asOf) : undefined
  return Math.min((trend ?? whole).percentPerFourWeeks, whole.percentPerFourWeeks)
}

/**
 * Whether the mean of the sets improves although the best set doesn't: before a weight rises, the second and third sets
 * catch up with the first, above all in small lifts, whose next weight is a large step.
 *
 * @param values those since the plateau began
 */
function isMeanRising(
  metric: ProgressMetric,
  values: readonly { readonly point: WorkoutPoint; readonly day: DayNumber }[],
  origin: DayNumber,
): boolean {
  const figure = meanFigures[metric]
  if (!figure) return false
  const means = values.flatMap(({ point, day }) => {
    const value = figure(point)
    return value > 0 ? { day, value } : []
  })
  const trend = isSufficient(means) ? progressTrend(means, origin) : undefined
  const isRising = trend !== undefined && trend.percentPerFourWeeks >= statusRules.risePercent
  return isRising && !plateauIn(means, origin)
}

const meanFigures: Partial<Record<ProgressMetric, (point: WorkoutPoint) => number>> = {
  one_rep_max: (point) => point.meanLevel,
  level: (point) => point.meanLevel,
  reps: (point) => point.meanReps,
}

/** The plateau of the weekly best figures, if they have stopped rising. Weeks without a figure are left out. */
function plateauIn(
  values: readonly { readonly day: DayNumber; readonly value: number }[],
  origin: DayNumber,
): ExerciseProgress['plateau'] {
  const weeks = new Map<number, number>()
  for (const { day, value } of values) {
    const week = Math.floor((day - origin) / daysOfWeek)
    weeks.set(week, Math.max(weeks.get(week) ?? 0, value))
  }
  const weeklyPlateau = plateauOf([...weeks.values()])
  if (!weeklyPlateau) return undefined
  const week = [...weeks.keys()][weeklyPlateau.sinceWeek] ?? 0
  return { since: origin + week * daysOfWeek, kind: weeklyPlateau.kind }
}

const daysOfWeek = 7
