import type { Profile } from '#db/accounts/users.ts'
import { type DayNumber, type Days, dayNumber, userDays } from '#training/days.ts'
import { type Invalid, invalid } from '../crud/results.ts'
import { type DayQuery, rangeReversed } from '../training-log/day-range.ts'

/** The range of the user's days that a report covers. */
export interface ReportRange {
  readonly kind: 'range'
  readonly days: Days
  /** Milliseconds since 1970: anything later is ignored. */
  readonly now: number
  readonly today: DayNumber
  /** The first and the last day, both included. */
  readonly from: DayNumber
  readonly to: DayNumber
}

/** Ten years of days, including leap days. Nobody needs a longer report. */
const maxDays = 3653

/** Earlier dates are mistakes, and the period before a range must have representable dates too. */
const firstDay: DayNumber = dayNumber('1900-01-01')

/**
 * The days that a report covers: the requested ones, or the last `defaultDays` days up to today (or
 * `to`). Invalid if they are reversed, before 1900, or more than `max`.
 */
export function reportRange(
  user: Profile,
  query: DayQuery,
  now: number,
  { defaultDays, max = maxDays }: { readonly defaultDays: number; readonly max?: number },
): ReportRange | Invalid {
  const days = userDays(user)
  const today = days.dayOf(now)
  const to = query.to === undefined ? Math.max(today, dayOrNever(query.from)) : dayNumber(query.to)
  const from =
    query.from === undefined ? Math.min(Math.max(to - defaultDays + 1, firstDay), to) : dayNumber(query.from)
  if (from > to) return invalid(rangeReversed)
  if (from < firstDay) return outOfRange('Must not be before 1900-01-01.')
  if (to - from + 1 > max) {
    return outOfRange(`Must not be more than ${max - 1} days before the parameter to.`)
  }
  return { kind: 'range', days, now, today, from, to }
}

/** A range that may have no first day. */
export interface OpenRange {
  readonly kind: 'range'
  readonly days: Days
  readonly now: number
  /** The first and the last day, both included. Without a first day, the range is all time. */
  readonly from: DayNumber | undefined
  readonly to: DayNumber
  /** Whether the request specified the last day. Otherwise it is today. */
  readonly hasLastDay: boolean
}

/** The range for all-time figures. If it has a first day, it is checked as in `reportRange`. */
export function openRange(user: Profile, query: DayQuery, now: number): OpenRange | Invalid {
  const range = reportRange(user, query, now, { defaultDays: 1 })
  if (range.kind === 'invalid') return range
  const { days, from, to } = range
  return {
    kind: 'range',
    days,
    now,
    from: query.from === undefined ? undefined : from,
    to,
    hasLastDay: query.to !== undefined,
  }
}

/** The first day of a query; without one, earlier than any day. A range without an end may start in the future. */
function dayOrNever(text: string | undefined): DayNumber {
  return text === undefined ? Number.NEGATIVE_INFINITY : dayNumber(text)
}

const outOfRange = (message: string): Invalid => invalid({ parameter: 'from', code: 'range', message })
