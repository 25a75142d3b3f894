import type { Profile } from '../../db/accounts/users.ts'
import type { Instants } from '../../db/instant.ts'
import type { FieldProblem } from '../../http/contract-types.ts'
import { type DayNumber, type Days, dayNumber, userDays } from '../../training/days.ts'
import type { Period } from '../../training/periods.ts'
import { type DayQuery, rangeReversed } from '../day-range.ts'

/** A range of a user's days that figures are asked for. */
export interface ReportRange {
  readonly days: Days
  readonly today: DayNumber
  /** First and last day, both inside. */
  readonly from: DayNumber
  readonly to: DayNumber
}

/** Ten years of days, leap days included: more is no question about training. */
const mostDays = 3653

/**
 * Before it nobody trained who is asked about; and the period before a range is still of days that can be
 * told.
 */
const firstDay: DayNumber = dayNumber('1900-01-01')

/**
 * The days that a report is about: those asked for, or as many as `defaultDays` that end today (or on `to`).
 * A problem when they are reversed, before 1900, or more than `most`.
 */
export function reportRange(
  user: Profile,
  query: DayQuery,
  now: number,
  { defaultDays, most = mostDays }: { readonly defaultDays: number; readonly most?: number },
): ReportRange | FieldProblem {
  const days = userDays(user)
  const today = days.dayOf(now)
  const to = query.to === undefined ? Math.max(today, dayOrNever(query.from)) : dayNumber(query.to)
  const from =
    query.from === undefined ? Math.min(Math.max(to - defaultDays + 1, firstDay), to) : dayNumber(query.from)
  if (from > to) return rangeReversed
  if (from < firstDay) return { parameter: 'from', code: 'range', message: 'Must not be before 1900-01-01.' }
  if (to - from + 1 > most) {
    return { parameter: 'from', code: 'range', message: `Must not be more than ${most - 1} days before to.` }
  }
  return { days, today, from, to }
}

/** A range that may reach back to the first day of all. */
export interface OpenRange {
  readonly days: Days
  /** First and last day, both inside; all time without the first. */
  readonly from: DayNumber | undefined
  readonly to: DayNumber
  /** Whether the caller named the last day; it is today otherwise. */
  readonly ends: boolean
}

/** The days that figures of all time are narrowed to; judged as by `reportRange` where the first is given. */
export function openRange(user: Profile, query: DayQuery, now: number): OpenRange | FieldProblem {
  const range = reportRange(user, query, now, { defaultDays: 1 })
  if ('code' in range) return range
  const { days, from, to } = range
  return { days, from: query.from === undefined ? undefined : from, to, ends: query.to !== undefined }
}

/** The instants of a period. */
export function instantsOf({ startMs, endMs }: Period): Instants {
  return { from: startMs, before: endMs }
}

/** A range that starts in the future and names no end is that one day. */
function dayOrNever(text: string | undefined): DayNumber {
  return text === undefined ? Number.NEGATIVE_INFINITY : dayNumber(text)
}
