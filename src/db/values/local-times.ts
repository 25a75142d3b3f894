import { dayMs } from '#training/day-ms.ts'
import type { Instants } from './instant.ts'

/**
 * A span of local time: from `from` (inclusive) to `before` (exclusive), in milliseconds since
 * 1970-01-01T00:00 of the local clock, wherever that clock is.
 */
export interface LocalTimes {
  readonly from: number
  readonly before: number
}

/** More than any offset from UTC, in milliseconds. */
export const maxOffset = dayMs

/**
 * In any time zone, the day that contains an instant starts and ends less than this from the instant, in
 * milliseconds.
 */
export const maxDayDistance = 2 * dayMs

/**
 * The instants at which a clock in any time zone may show these times; slightly too wide, for use with an
 * index.
 */
export function instantsAround({ from, before }: LocalTimes): Instants {
  return { from: from - maxOffset, before: before + maxOffset }
}
