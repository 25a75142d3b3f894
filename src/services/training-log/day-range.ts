import type { Instants } from '#db/values/instant.ts'
import { instantsAround } from '#db/values/local-times.ts'
import { dayMs } from '#training/day-ms.ts'
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
 * A range of a user's days, in milliseconds since 1970: from the start of its first day up to, but not including, the
 * end of its last. Undefined means no limit.
 */
export interface InstantRange {
  readonly from: number | undefined
  readonly before: number | undefined
}

/** A range of instants that contains the whole days of these instants in any time zone. Empty for no instants. */
export function daysAround(instants: readonly number[]): Instants {
  return { from: Math.min(...instants) - twoDays, before: Math.max(...instants) + twoDays }
}

/** In any time zone, the day that contains an instant starts and ends less than this far from it. */
const twoDays = 2 * dayMs

/** A range of a user's days, both ends included, at a point in time. */
export interface DaysAsOf {
  readonly days: Days
  readonly from: DayNumber
  readonly to: DayNumber
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * The instants, up to now, at which workouts of these days may have started in any time zone. The range is slightly too
 * wide, so filter the workouts by day. Figures exclude the future.
 */
export function instantsOfDays({ days, from, to, now }: DaysAsOf): Instants {
  const around = instantsAround({ from: days.localStartOf(from), before: days.localStartOf(to + 1) })
  return { from: around.from, before: Math.min(around.before, now + 1) }
}

/** The user's days `from` and `to`, both inclusive. */
export interface DayQuery {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** The error for a range that ends before it starts. */
export const rangeReversed: FieldProblem = {
  parameter: 'from',
  code: 'range',
  message: 'Must not be after the parameter to.',
}

/** The instants of the requested days; undefined if the range ends before it starts. */
export function instantRange(user: DaySettings, { from, to }: DayQuery): InstantRange | undefined {
  if (from !== undefined && to !== undefined && from > to) return undefined
  const days = userDays(user)
  return {
    from: from === undefined ? undefined : days.startOf(dayNumber(from)),
    before: to === undefined ? undefined : days.startOf(dayNumber(to) + 1),
  }
}

/** A range of local times. An undefined end means no limit. */
export interface LocalRange {
  readonly fromLocal: number | undefined
  readonly beforeLocal: number | undefined
}

/**
 * The local times of the requested days, to compare with those of workouts in their own time zones. Undefined if the
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
