import { dayMs } from './day-ms.ts'
import { offsetSpansAround } from './zone-offset.ts'

/** A calendar day as the number of days since 1970-01-01; subtracting two gives the days between them. */
export type DayNumber = number

/** The settings that decide which of a user's days an instant belongs to. */
export interface DaySettings {
  /** An IANA zone such as `Europe/Berlin`, or an offset such as `-04:00`. */
  readonly timeZone: string
  /** The hour at which a new day starts, 0–23: at 4, a workout at 01:00 belongs to the previous day. */
  readonly dayStartHour?: number | undefined
}

/** A user's own days: each instant lies in exactly one, and each ends where the next starts. */
export interface Days {
  /** The user's time zone. */
  readonly timeZone: string
  /** The day of an instant (milliseconds since 1970), in the user's time zone unless another is given. */
  dayOf(instant: number, timeZone?: string): DayNumber
  /**
   * The first instant of a day; it lasts until the start of the next. A day that the zone skipped (Apia,
   * 2011-12-30) starts where the next one does and holds no instant.
   */
  startOf(day: DayNumber): number
  /** The local time at which a day starts, whatever the time zone; see `localTime`. */
  localStartOf(day: DayNumber): number
}

const millisecondsPerHour = 3_600_000
/** The maximum time by which a local clock can be set back. */
const maxSetBack = 2 * dayMs

/** A day of the years 0000–9999 as `YYYY-MM-DD`. */
export const dayText = (day: DayNumber): string => new Date(day * dayMs).toISOString().slice(0, 10)

/**
 * The day of a string `YYYY-MM-DD`.
 * @throws {RangeError} for a string that names no day.
 */
export function dayNumber(text: string): DayNumber {
  const day = Date.parse(`${text}T00:00:00.000Z`) / dayMs
  // Some engines read February 30 as March 2.
  if (!Number.isInteger(day) || dayText(day) !== text)
    throw new RangeError(`not a day of the form YYYY-MM-DD: ${text}`)
  return day
}

/**
 * The local time at an instant, as milliseconds since 1970-01-01T00:00 of the local clock. While a clock that
 * was set back repeats an hour, the result stays at the time when it was set back: local time never goes
 * backward, so days never do either.
 * @throws {RangeError} for a zone that the platform doesn't know.
 */
export function localTime(timeZone: string, instant: number): number {
  const spans = offsetSpansAround(timeZone, instant)
  let furthest = Number.NEGATIVE_INFINITY
  let end = Number.POSITIVE_INFINITY
  for (let index = spans.length - 1; index >= 0; index--) {
    const { start, offset } = spans[index] ?? { start: 0, offset: 0 }
    if (start <= instant) furthest = Math.max(furthest, Math.min(instant, end - 1) + offset)
    if (start <= instant - maxSetBack) break
    end = start
  }
  return furthest
}

/** The day of a local time, for someone whose days start at `dayStartHour`. */
export const dayOfLocalTime = (local: number, dayStartHour = 0): DayNumber =>
  Math.floor((local - dayStartHour * millisecondsPerHour) / dayMs)

/** The local time at which a day starts, for someone whose days start at `dayStartHour`. */
export const localStartOfDay = (day: DayNumber, dayStartHour = 0): number =>
  day * dayMs + dayStartHour * millisecondsPerHour

/**
 * The days of a user. A day starts at the first instant at which the local clock shows `dayStartHour` of that
 * day or later, so days are contiguous across every change of the zone's offset: where the clock skips the
 * hour, the day starts right after the gap; where it falls back, the first pass counts.
 * @throws {RangeError} on first use, for a zone that the platform doesn't know.
 */
export function userDays({ timeZone, dayStartHour = 0 }: DaySettings): Days {
  return {
    timeZone,
    localStartOf: (day) => localStartOfDay(day, dayStartHour),
    dayOf: (instant, zone = timeZone) => dayOfLocalTime(localTime(zone, instant), dayStartHour),
    startOf(day) {
      const local = localStartOfDay(day, dayStartHour)
      const spans = offsetSpansAround(timeZone, local)
      let firstInstant = local
      for (let index = spans.length - 1; index >= 0; index--) {
        const { start, offset } = spans[index] ?? { start: 0, offset: 0 }
        const end = spans[index + 1]?.start ?? Number.POSITIVE_INFINITY
        const reached = Math.max(start, local - offset)
        if (reached < end) firstInstant = reached
      }
      return firstInstant
    },
  }
}
