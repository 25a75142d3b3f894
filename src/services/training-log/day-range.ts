import type { Instants } from '#db/values/instant.ts'
import { type DaySettings, type Days, dayNumber, localStartOfDay, userDays } from '#training/days.ts'
import type { FieldProblem } from '../crud/results.ts'

/**
 * A range of a user's days as instants, in milliseconds since 1970: from the first one, up to but excluding
 * the second.
 */
export interface InstantRange {
  readonly from: number | undefined
  readonly before: number | undefined
}

/** The range of whole days that covers these instants; empty for no instants. */
export function wholeDays(days: Days, instants: readonly number[]): Instants {
  const on = instants.map(days.dayOf)
  return { from: days.startOf(Math.min(...on)), before: days.startOf(Math.max(...on) + 1) }
}

/** `from` and `to` as days of the user, both inclusive. */
export interface DayQuery {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** The fault of a range that ends before it starts. */
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
