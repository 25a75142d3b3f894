import type { Instants } from './instant.ts'

/**
 * A span of local time: from `from` (inclusive) to `before` (exclusive), in milliseconds since
 * 1970-01-01T00:00 of the local clock, wherever that clock is.
 */
export interface LocalTimes {
  readonly from: number
  readonly before: number
}

/** Every offset from UTC is less than this, in milliseconds. */
export const largestOffset = 86_400_000

/**
 * The instants at which a clock in any time zone may show these times; slightly too wide, for use with an
 * index.
 */
export function instantsAround({ from, before }: LocalTimes): Instants {
  return { from: from - largestOffset, before: before + largestOffset }
}
