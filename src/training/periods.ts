import type { Schemas } from '#generated/types.ts'
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
  /** The period's instants: `startMs ≤ t < endMs`, in milliseconds since 1970. */
  readonly startMs: number
  readonly endMs: number
}

/** A day, week or month, cut off where the requested range begins and ends. */
export interface Bucket extends Period {
  /** First day of the complete unit, `YYYY-MM-DD`: the same for a complete and a cut-off bucket. */
  readonly key: string
}

/** 1970-01-01 was a Thursday: the first start of a week on or after it. */
const firstWeekStart = { saturday: 2, sunday: 3, monday: 4 } as const satisfies Record<WeekStart, DayNumber>

/** The first day of the week that a day is in. */
export function weekOf(day: DayNumber, weekStart: WeekStart): DayNumber {
  const into = (day - firstWeekStart[weekStart]) % 7
  return day - (into < 0 ? into + 7 : into)
}

/** The first day of the month that a day is in, `ahead` months later. */
export function monthOf(day: DayNumber, ahead = 0): DayNumber {
  const date = new Date(day * 86_400_000)
  date.setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1)
  return date.getTime() / 86_400_000
}

/** The period of the days `from` to `to`, both inclusive. */
export const periodOf = (days: Days, from: DayNumber, to: DayNumber): Period => ({
  from: dayText(from),
  to: dayText(to),
  days: to - from + 1,
  startMs: days.startOf(from),
  endMs: days.startOf(to + 1),
})

/** As many days right before `from` as from `from` to `to`: the period to compare with. */
export const periodBefore = (days: Days, from: DayNumber, to: DayNumber): Period =>
  periodOf(days, from - (to - from + 1), from - 1)

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
 * The days, weeks or months from the day `from` to the day `to`, both inclusive, without gaps and in order.
 * The first and the last are cut off at the ends. A day that the zone skipped isn't listed. Empty if `to` is
 * before `from`. The number of buckets grows with the range: the caller bounds it.
 */
export function bucketsBetween(
  days: Days,
  from: DayNumber,
  to: DayNumber,
  unit: PeriodUnit,
  weekStart: WeekStart,
): Bucket[] {
  const buckets: Bucket[] = []
  for (let day = from; day <= to; ) {
    const [first, next] = unitAround(day, unit, weekStart)
    const period = periodOf(days, day, Math.min(next - 1, to))
    if (period.startMs < period.endMs) buckets.push({ key: dayText(first), ...period })
    day = next
  }
  return buckets
}

/** The items of each bucket, in the order of the buckets; items outside of all buckets are left out. */
export function intoBuckets<Item extends { readonly performedAt: number }>(
  items: Iterable<Item>,
  buckets: readonly Bucket[],
): Item[][] {
  const starts = Float64Array.from(buckets, (bucket) => bucket.startMs)
  const groups: Item[][] = buckets.map(() => [])
  for (const item of items) {
    const at = countUpTo(starts, item.performedAt) - 1
    if (item.performedAt < (buckets[at]?.endMs ?? Number.NEGATIVE_INFINITY)) groups[at]?.push(item)
  }
  return groups
}

/** A count over some days as a weekly rate; 0 for no days. */
export const perWeek = (count: number, days: number): number => (days > 0 ? (count * 7) / days : 0)
