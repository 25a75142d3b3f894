import type { Schemas } from '#generated/types.ts'
import { dayMs } from './day-ms.ts'
import { type DayNumber, type Days, dayText } from './days.ts'
import { countUpTo } from './ordered.ts'

/** The day on which weeks start. */
export type WeekStart = Schemas['WeekStart']

/** The units that a range can be divided into. */
export type PeriodUnit = Schemas['BucketSize']

/** A range of a user's days. */
export interface Period {
  /** First and last day, `YYYY-MM-DD`, both inclusive. */
  readonly from: string
  readonly to: string
  /** The number of days, both ends included. */
  readonly days: number
  /** The first and last day as numbers. */
  readonly firstDay: DayNumber
  readonly lastDay: DayNumber
}

/** A day, week or month, clipped to the requested range. */
export interface Bucket extends Period {
  /** First day of the complete unit, `YYYY-MM-DD`: the same for a complete and a clipped bucket. */
  readonly key: string
}

/** The first day on or after 1970-01-01, a Thursday, on which a week starts. */
const firstWeekStart = { saturday: 2, sunday: 3, monday: 4 } as const satisfies Record<WeekStart, DayNumber>

/** The first day of the week that a day is in. */
export function weekOf(day: DayNumber, weekStart: WeekStart): DayNumber {
  const daysInto = (day - firstWeekStart[weekStart]) % 7
  return day - (daysInto < 0 ? daysInto + 7 : daysInto)
}

/** The first day of the month that is `ahead` months after the one that a day is in. */
export function monthOf(day: DayNumber, ahead = 0): DayNumber {
  const date = new Date(day * dayMs)
  date.setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1)
  return date.getTime() / dayMs
}

/** The period of the days `from` to `to`, both inclusive. */
export const periodOf = (from: DayNumber, to: DayNumber): Period => ({
  from: dayText(from),
  to: dayText(to),
  days: to - from + 1,
  firstDay: from,
  lastDay: to,
})

/** The period of equal length right before `from`, for comparison. */
export const periodBefore = (from: DayNumber, to: DayNumber): Period =>
  periodOf(from - (to - from + 1), from - 1)

/** An item with its time and time zone. */
interface Dated {
  readonly performedAt: number
  readonly timeZone?: string | undefined
}

/** The first and the last day of a period. */
type DaySpan = Pick<Period, 'firstDay' | 'lastDay'>

/** The maximum distance of a day in any time zone from the same day in UTC, whatever hour it starts at. */
const maxOffset = 2 * dayMs

/** The items within a period, according to the days of their own time zones. */
export function inPeriod<Item extends Dated>(
  items: readonly Item[],
  period: DaySpan,
  days: Pick<Days, 'dayOf'>,
): Item[] {
  return items.filter(isInPeriod(period, days))
}

/**
 * Whether an item is within a period, according to the days of its own time zone. The day is looked up only near the
 * ends of the period; everywhere else, all time zones agree.
 */
export function isInPeriod(period: DaySpan, days: Pick<Days, 'dayOf'>): (item: Dated) => boolean {
  const isIn = isOnDays(period, days)
  return (item) => isIn(item.performedAt, () => item.timeZone)
}

/** Whether an instant is on one of the days. Its time zone is looked up only near the ends of the period. */
export function isOnDays(
  { firstDay, lastDay }: DaySpan,
  days: Pick<Days, 'dayOf'>,
): (performedAt: number, timeZoneOf: () => string | undefined) => boolean {
  const start = firstDay * dayMs
  const end = (lastDay + 1) * dayMs
  return (performedAt, timeZoneOf) => {
    if (performedAt < start - maxOffset || performedAt >= end + maxOffset) return false
    if (performedAt >= start + maxOffset && performedAt < end - maxOffset) return true
    const day = days.dayOf(performedAt, timeZoneOf())
    return day >= firstDay && day <= lastDay
  }
}

/** The first day of the unit that a day is in, and the first day of the next unit. */
function unitAround(day: DayNumber, unit: PeriodUnit, weekStart: WeekStart): [DayNumber, DayNumber] {
  switch (unit) {
    case 'day':
      return [day, day + 1]
    case 'week': {
      const first = weekOf(day, weekStart)
      return [first, first + 7]
    }
    case 'month':
      return [monthOf(day), monthOf(day, 1)]
  }
}

/**
 * The days, weeks or months from the day `from` to the day `to`, both inclusive, without gaps and in order. The
 * first and the last are clipped to the range. Empty if `to` is before `from`. The caller must limit the range, because
 * the number of buckets grows with it.
 */
export function bucketsBetween(
  from: DayNumber,
  to: DayNumber,
  unit: PeriodUnit,
  weekStart: WeekStart,
): Bucket[] {
  const buckets: Bucket[] = []
  for (let day = from; day <= to; ) {
    const [first, next] = unitAround(day, unit, weekStart)
    buckets.push({ key: dayText(first), ...periodOf(day, Math.min(next - 1, to)) })
    day = next
  }
  return buckets
}

/** The items of each bucket, in the order of the buckets, without items outside of all buckets. */
export function intoBuckets<Item extends Dated>(
  items: Iterable<Item>,
  buckets: readonly Bucket[],
  days: Pick<Days, 'dayOf'>,
): Item[][] {
  const starts = Float64Array.from(buckets, ({ firstDay }) => firstDay)
  const groups: Item[][] = buckets.map(() => [])
  for (const item of items) {
    const day = days.dayOf(item.performedAt, item.timeZone)
    const index = countUpTo(starts, day) - 1
    if (day <= (buckets[index]?.lastDay ?? Number.NEGATIVE_INFINITY)) groups[index]?.push(item)
  }
  return groups
}

/** A count over some days as a weekly rate; 0 for no days. */
export const perWeek = (count: number, days: number): number => (days > 0 ? (count * 7) / days : 0)
