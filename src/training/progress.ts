import type { Schemas } from '#generated/types.ts'
import type { BodyweightAt } from './bodyweight.ts'
import type { DayNumber, Days } from './days.ts'
import { defaultFormula, type FormulaId, oneRepMaxMethod } from './e1rm.ts'
import { type HampelOptions, hampelMethod, hampelOutliers } from './hampel.ts'
import { type Plateau, plateauOf } from './lift-state/index.ts'
import type { Method } from './method.ts'
import { type WorkoutPoint, workoutPoints } from './progress-points.ts'
import {
  lastRecordDay,
  type ProgressStatus,
  type ProgressTrend,
  progressTrend,
  statusMethod,
  statusOf,
  sufficient,
} from './progress-status.ts'
import { trendMethod } from './theil-sen.ts'
import type { ExerciseFacts, PerformedSet, Tracking } from './types.ts'
import { volumeMethods } from './volume.ts'

/** What a trend tracks: each workout's best e1RM (grams), most reps, longest time (s) or distance (mm). */
export type ProgressMetric = Schemas['ProgressMetric']

/** A workout, with the figure that the trend tracks. */
export interface ProgressPoint extends WorkoutPoint {
  /** In grams, reps, seconds or millimeters, above 0. Absent if the workout has no such figure. */
  readonly value?: number
  /** An outlier: marked, not dropped. */
  readonly outlier: boolean
}

/** How one exercise is going. */
export interface ExerciseProgress {
  readonly metric: ProgressMetric
  readonly status: ProgressStatus
  /** Oldest first. */
  readonly points: readonly ProgressPoint[]
  /** Starts on the day of the first point. Absent while there is not enough data. */
  readonly trend?: ProgressTrend
  /** When progress ended, if it did: the first day of that week. */
  readonly plateau?: { readonly since: DayNumber; readonly kind: Plateau['kind'] }
  readonly unknownLoadSets: number
  readonly methods: readonly Method[]
}

/** The options for an exercise's progress. */
export interface ProgressOptions {
  readonly days: Pick<Days, 'dayOf'>
  readonly bodyweightAt: BodyweightAt
  /** The day that the status is for: the last of the range, or today if that is earlier. */
  readonly asOf: DayNumber
  readonly formula?: FormulaId | undefined
  /** Workouts that were light on purpose: points like all others, but they say nothing of how it is going. */
  readonly lightWorkouts?: ReadonlySet<string> | undefined
  /** The best figures before the first set, so that a record is an all-time one. */
  readonly bestBefore?: Partial<Record<ProgressMetric, number>> | undefined
}

/**
 * The metrics for each kind of tracking, best first: the first that at least half of the workouts have is used,
 * else the last. Push-ups in sets of twenty have no one-rep max, so reps are used; cardio without a distance
 * uses time. A weighted lift uses its one-rep max, or its level where sets have more reps than one-rep maxes are estimated
 * from.
 */
const metrics = {
  weight_reps: ['one_rep_max', 'level'],
  bodyweight_reps: ['one_rep_max', 'reps'],
  reps: ['reps'],
  duration: ['duration'],
  distance_duration: ['distance', 'duration'],
} as const satisfies Record<Tracking, readonly [ProgressMetric, ...ProgressMetric[]]>

const progressMetrics = ['one_rep_max', 'level', 'reps', 'duration', 'distance'] as const

const figures = {
  one_rep_max: (point) => point.oneRepMax?.value ?? 0,
  level: (point) => point.level,
  reps: (point) => point.mostReps,
  duration: (point) => point.longestSeconds,
  distance: (point) => point.farthestMillimeters,
} as const satisfies Record<ProgressMetric, (point: WorkoutPoint) => number>

/**
 * How outliers are marked: on logarithms, among 7 workouts. Anything less than 4.2 % off isn't marked, however
 * consistent the others are, since even a tested one-rep max varies that much (Grgic 2020).
 */
const outlierOptions = { window: 7, threshold: 3, leastDeviation: 0.042 } as const satisfies HampelOptions

/** The best figure of each metric among these workouts; metrics without one are left out. */
export function bestFigures(points: readonly WorkoutPoint[]): Partial<Record<ProgressMetric, number>> {
  const best: Partial<Record<ProgressMetric, number>> = {}
  for (const metric of progressMetrics) {
    const most = points.reduce((highest, point) => Math.max(highest, figures[metric](point)), 0)
    if (most > 0) best[metric] = most
  }
  return best
}

function metricFor(tracking: Tracking, points: readonly WorkoutPoint[]): ProgressMetric {
  const [first, ...others] = metrics[tracking]
  const known = (metric: ProgressMetric) => points.filter((point) => figures[metric](point) > 0).length
  let chosen: ProgressMetric = first
  for (const other of others) if (known(chosen) * 2 < points.length) chosen = other
  // Fourteen reps are more than twelve, though only those give a one-rep max.
  const beyond = points.filter(({ isBeyondMax }) => isBeyondMax).length
  return tracking === 'weight_reps' && beyond * 3 >= points.length && beyond > 0 ? 'level' : chosen
}

/**
 * The progress of one exercise: one point for each workout, the trend, outliers and the status. `sets` are
 * all of that exercise in a range, in any order. An estimate, never a diagnosis.
 */
export function exerciseProgress(
  sets: Iterable<PerformedSet>,
  facts: ExerciseFacts,
  { days, bodyweightAt, asOf, formula = defaultFormula, bestBefore = {}, lightWorkouts }: ProgressOptions,
): ExerciseProgress {
  const workouts = workoutPoints(sets, { facts, formula, bodyweightAt, days })
  const metric = metricFor(facts.tracking, workouts)
  const valued = workouts
    .map((point) => ({ point, day: point.day, value: figures[metric](point) }))
    .filter(({ value }) => value > 0)
  const marks = hampelOutliers(
    valued.map(({ value }) => Math.log(value)),
    outlierOptions,
  )
  const judged = new Map(
    valued.map(({ point, value }, index) => [point, { value, outlier: marks[index] ?? false }]),
  )
  const origin = workouts[0]?.day ?? asOf
  const working = valued.filter(({ point }) => !lightWorkouts?.has(point.workoutId))
  const told = working.length > 0 ? working : valued
  const trend = sufficient(told) ? progressTrend(told, origin) : undefined
  const recordDay = lastRecordDay(told, bestBefore[metric])
  const status = statusOf(trend, told, { recordDay, asOf })
  const usual = told.filter(({ point }) => !judged.get(point)?.outlier)
  // The linear trend may still rise when recent weeks have been flat.
  const plateau = status === 'improving' || status === 'plateau' ? plateauIn(usual, origin) : undefined
  return {
    metric,
    status: plateau ? 'plateau' : status,
    points: workouts.map((point) => ({ ...point, outlier: false, ...judged.get(point) })),
    ...(trend ? { trend } : {}),
    ...(plateau ? { plateau } : {}),
    unknownLoadSets: workouts.reduce((sum, point) => sum + point.unknownLoadSets, 0),
    methods: [
      ...(metric === 'one_rep_max' ? [oneRepMaxMethod(formula)] : []),
      volumeMethods.volume,
      trendMethod,
      hampelMethod(outlierOptions),
      statusMethod,
    ],
  }
}

/** Whether the best figures of the weeks have stopped rising, and since when; weeks without a figure are left out. */
function plateauIn(
  values: readonly { readonly day: DayNumber; readonly value: number }[],
  origin: DayNumber,
): ExerciseProgress['plateau'] {
  const weeks = new Map<number, number>()
  for (const { day, value } of values) {
    const week = Math.floor((day - origin) / daysOfWeek)
    weeks.set(week, Math.max(weeks.get(week) ?? 0, value))
  }
  const found = plateauOf([...weeks.values()])
  if (!found) return undefined
  const week = [...weeks.keys()][found.sinceWeek] ?? 0
  return { since: origin + week * daysOfWeek, kind: found.kind }
}

const daysOfWeek = 7
