import type { Instants } from '#db/values/instant.ts'
import { instantsAround } from '#db/values/local-times.ts'
import {
  type DayNumber,
  type DaySettings,
  type Days,
  dayNumber,
  localStartOfDay,
  userDays,
} from '#training/days.ts'
import type { FieldProblem } from '../crud/results.ts'

/**
 * A range of a user's days as instants, in milliseconds since 1970: from the first one, up to but excluding
 * the second.
 */
export interface InstantRange {
  readonly from: number | undefined
  readonly before: number | undefined
}

/** The instants of the days on which these lie, in whatever time zones; empty for no instants. */
export function daysAround(instants: readonly number[]): Instants {
  return { from: Math.min(...instants) - twoDays, before: Math.max(...instants) + twoDays }
}

/** No day of any time zone that contains an instant reaches further than this from it. */
const twoDays = 2 * 86_400_000

/** Days of a user, both included, as of a time. */
export interface DaysAsOf {
  readonly days: Days
  readonly from: DayNumber
  readonly to: DayNumber
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * The instants up to now at which workouts of these days may have started, whatever their time zones: slightly
 * too many, to be narrowed down by day. No figure counts the future.
 */
export function instantsOfDays({ days, from, to, now }: DaysAsOf): Instants {
  const around = instantsAround({ from: days.localStartOf(from), before: days.localStartOf(to + 1) })
  return { from: around.from, before: Math.min(around.before, now + 1) }
}

/** `from` and `to` as days of the user, both inclusive. */
export interface DayQuery {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** The error for a range that ends before it starts. */
export const rangeReversed: FieldProblem = {
  parameter: 'from',
  code: 'range',
  message: 'Must not be after to.',
}

/** The instants of the days that a query asks for; undefined if it ends before it starts. */
export function instantRange(user: DaySettings, { from, to }: DayQuery): InstantRange | undefined {
  if (from !== undefined && to !== undefined && from > to) return undefined
  const days = userDays(user)
  return {
    from: from === undefined ? undefined : days.startOf(dayNumber(from)),
    before: to === undefined ? undefined : days.startOf(dayNumber(to) + 1),
  }
}

/** A range of local times; a missing end doesn't limit it. */
export interface LocalRange {
  readonly fromLocal: number | undefined
  readonly beforeLocal: number | undefined
}

/**
 * The local times of the days that a query asks for, each on the clock of its own workout; undefined if the
 * range ends before it starts.
 */
export function localRange(
  { dayStartHour }: Pick<DaySettings, 'dayStartHour'>,
  { from, to }: DayQuery,
): LocalRange | undefined {
  if (from !== undefined && to !== undefined && from > to) return undefined
  return {
    fromLocal: from === undefined ? undefined : localStartOfDay(dayNumber(from), dayStartHour),
    beforeLocal: to === undefined ? undefined : localStartOfDay(dayNumber(to) + 1, dayStartHour),
  }
}
