import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import type { CutJudgment } from '#training/cut.ts'
import { type DayNumber, dayText } from '#training/days.ts'
import type { OneRepMax } from '#training/e1rm.ts'
import {
  type ExerciseProgress,
  type ProgressMetric,
  type ProgressPoint,
  progressMethods,
} from '#training/progress.ts'
import type { ExpectedOneRepMax } from '#training/progression/types.ts'
import type { TopSet } from '#training/top-set.ts'
import { distanceUnits, fromGrams, fromMillimeters, rounded, weightUnits } from '#training/units.ts'
import { methodOf } from './method.ts'

/** The parameters of a report on one exercise. */
export interface ExerciseReportOptions {
  readonly exerciseId: string
  readonly timeZone: string
  readonly from: DayNumber
  readonly to: DayNumber
  readonly unit: Schemas['WeightUnit']
  readonly formula: Schemas['OneRepMaxFormula']
}

/** The report of `GET /api/analytics/progress` on one exercise. */
export function exerciseReport(
  { exerciseId, timeZone, from, to, unit, formula }: ExerciseReportOptions,
  progress: ExerciseProgress,
  expected?: ExpectedOneRepMax,
): Schemas['ExerciseProgress'] {
  const { metric, status, trend, plateau, inCut } = progress
  const metricUnit = unitOfMetric(metric, unit)
  return {
    scope: 'exercise',
    exerciseId,
    from: dayText(from),
    to: dayText(to),
    timeZone,
    metric,
    unit: metricUnit.unit,
    status,
    points: progress.points.map((point) => pointOf(point, unit, metricUnit)),
    ...(trend && {
      trend: {
        // The slope per day is small, so it is rounded to a millionth instead of a hundredth.
        slopePerDay: rounded(metricUnit.convert(trend.slope), 6),
        percentPerFourWeeks: rounded(trend.percentPerFourWeeks, 2),
        intercept: rounded(metricUnit.convert(trend.intercept), 2),
        method: methodOf(trend.method),
      },
    }),
    ...(plateau && { plateau: { since: dayText(plateau.since), kind: plateau.kind } }),
    ...(inCut && { bodyweight: cutReport(inCut) }),
    ...(expected && { expected: presentExpected(expected, unit) }),
    unknownLoadSets: progress.unknownLoadSets,
    methods: progressMethods(metric, formula).map(methodOf),
  }
}

function cutReport({ bodyweightPercent, relativePercent, text }: CutJudgment): Schemas['ProgressInCut'] {
  return {
    ...(bodyweightPercent !== undefined && { percentPerFourWeeks: rounded(bodyweightPercent, 2) }),
    ...(relativePercent !== undefined && { relativePercentPerFourWeeks: rounded(relativePercent, 2) }),
    text,
  }
}

/** An expected one-rep max, in the shape of the contract. */
export function presentExpected(
  { valueGrams, lowGrams, highGrams, coverage, label }: ExpectedOneRepMax,
  unit: Schemas['WeightUnit'],
): Schemas['ExpectedOneRepMax'] {
  const value = (grams: number) => fromGrams(grams, unit).value
  const interval = { value: value(valueGrams), low: value(lowGrams), high: value(highGrams) }
  return { ...interval, unit, coverage, ...(label && { label }) }
}

/** A metric's unit, and the conversion of its canonical figures (g, reps, s, mm) to that unit. */
interface MetricUnit {
  readonly unit: Schemas['ExerciseProgress']['unit']
  convert(canonical: number): number
}

function unitOfMetric(metric: ProgressMetric, unit: Schemas['WeightUnit']): MetricUnit {
  switch (metric) {
    case 'one_rep_max':
    case 'level':
      return { unit, convert: (grams) => grams / weightUnits[unit].canonical }
    case 'reps':
      return { unit: 'reps', convert: (reps) => reps }
    case 'duration':
      return { unit: 's', convert: (seconds) => seconds }
    case 'distance':
      return { unit: 'm', convert: (millimeters) => millimeters / distanceUnits.m.canonical }
  }
}

function pointOf(
  point: ProgressPoint,
  unit: Schemas['WeightUnit'],
  metricUnit: MetricUnit,
): Schemas['ProgressPoint'] {
  const { workoutId, performedAt, day, value, oneRepMax, topSet, volumeGrams, sets, reps, outlier } = point
  return {
    workoutId,
    startedAt: instant(performedAt),
    day: dayText(day),
    ...(value !== undefined && { value: rounded(metricUnit.convert(value), 2) }),
    ...(oneRepMax && { oneRepMax: oneRepMaxOf(oneRepMax, unit) }),
    topSet: topSetOf(topSet, unit),
    volumeLoad: fromGrams(volumeGrams, unit),
    sets,
    reps,
    outlier,
    setIds: [...point.setIds],
  }
}

function oneRepMaxOf(
  { value, low, high, confidence, method, setId }: OneRepMax & { readonly setId: string },
  unit: Schemas['WeightUnit'],
): Schemas['OneRepMaxEstimate'] {
  return {
    value: fromGrams(value, unit).value,
    low: fromGrams(low, unit).value,
    high: fromGrams(high, unit).value,
    unit,
    confidence,
    method: methodOf(method),
    setId,
  }
}

function topSetOf(top: TopSet, unit: Schemas['WeightUnit']): Schemas['TopSet'] {
  const { setId, loadGrams, reps, durationSeconds, distanceMillimeters } = top
  return {
    setId,
    ...(loadGrams !== undefined && { load: fromGrams(loadGrams, unit) }),
    ...(reps !== undefined && { reps }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(distanceMillimeters !== undefined && { distance: fromMillimeters(distanceMillimeters, 'm') }),
  }
}
