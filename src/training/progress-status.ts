import type { Schemas } from '#generated/types.ts'
import type { DayNumber } from './days.ts'
import { exceeds } from './exceeds.ts'
import type { Method } from './method.ts'
import { median } from './order-statistics.ts'
import { theilSen } from './theil-sen.ts'

/** The status of an exercise's progress. */
export type ProgressStatus = Schemas['ProgressStatus']

/** A figure on a day. */
export interface DayValue {
  readonly day: DayNumber
  readonly value: number
}

/** A trend, with its size as a percentage. */
export interface ProgressTrend {
  /** In the unit of the figure, per day. */
  readonly slope: number
  /** The value of the line on day `origin`. */
  readonly intercept: number
  /** The slope over 28 days, in percent of the median figure. */
  readonly percentPerFourWeeks: number
  readonly method: Method<'trend.theil-sen'>
}

/** The thresholds that decide a status. */
export const statusRules = {
  leastWorkouts: 4,
  leastDays: 21,
  plateauPercentPerFourWeeks: 0.5,
  recordDays: 21,
  risePercent: 1,
} as const

/** The method of statuses. */
export const statusMethod: Method<'progress.status'> = { id: 'progress.status', parameters: statusRules }

const fourWeeks = 28

/**
 * The Theil–Sen trend of figures above zero over the days since `origin`; undefined if all fall on one day.
 */
export function progressTrend(values: readonly DayValue[], origin: DayNumber): ProgressTrend | undefined {
  const trend = theilSen(values.map(({ day, value }) => ({ x: day - origin, y: value })))
  const level = median(values.map(({ value }) => value))
  if (!trend || !level) return undefined
  return { ...trend, percentPerFourWeeks: ((trend.slope * fourWeeks) / level) * 100 }
}

/** Whether there is enough data: 4 workouts, and 21 days from the first to the last. */
export function isSufficient(values: readonly DayValue[]): boolean {
  const first = values[0]
  const last = values.at(-1)
  if (!first || !last || values.length < statusRules.leastWorkouts) return false
  return last.day - first.day >= statusRules.leastDays
}

/**
 * The day of the last record: strictly more than everything before, `bestBefore` included. Without `bestBefore` the
 * first value is the baseline, not a record. Undefined if there is no record. `values` are in order of time.
 */
export function lastRecordDay(values: readonly DayValue[], bestBefore?: number): DayNumber | undefined {
  let best = bestBefore
  let record: DayNumber | undefined
  for (const { day, value } of values) {
    if (best !== undefined && exceeds(value, best)) record = day
    best = Math.max(best ?? value, value)
  }
  return record
}

/**
 * The status of figures with their trend on the day `asOf`: a trend of less than 0.5% in four weeks is a plateau, any
 * other is judged by its sign. A flat trend still counts as improving if the last 21 days have a record, and a median
 * 1% above that of all earlier days; a record alone may be noise. Without a trend there is not enough data.
 */
export function statusOf(
  trend: ProgressTrend | undefined,
  values: readonly DayValue[],
  { recordDay, asOf }: { readonly recordDay: DayNumber | undefined; readonly asOf: DayNumber },
): ProgressStatus {
  if (!trend) return 'insufficient_data'
  const isFlat = Math.abs(trend.percentPerFourWeeks) < statusRules.plateauPercentPerFourWeeks
  if (!isFlat) return trend.slope > 0 ? 'improving' : 'declining'
  const isRecent = (day: DayNumber) => asOf - day < statusRules.recordDays
  if (recordDay === undefined || !isRecent(recordDay)) return 'plateau'
  const valuesWhere = (recent: boolean) =>
    values.filter(({ day }) => isRecent(day) === recent).map(({ value }) => value)
  const [recent, earlier] = [valuesWhere(true), valuesWhere(false)]
  const rise = ((median(recent) ?? 0) / (median(earlier) ?? Number.POSITIVE_INFINITY) - 1) * 100
  return rise >= statusRules.risePercent ? 'improving' : 'plateau'
}
