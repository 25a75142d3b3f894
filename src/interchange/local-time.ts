import { offsetSpansAround } from '#training/zone-offset.ts'

/** The time on a clock in an unknown zone, unless the time includes an offset. */
export interface LocalTime {
  /** The time as if it were UTC, in milliseconds since 1970. */
  readonly wallClock: number
  /** Whether only the day is known. */
  readonly isDayOnly: boolean
  /** The UTC offset that the time itself includes, in milliseconds. */
  readonly offset?: number
}

/** A local time as an instant. */
export interface Instant {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Set if the clock never showed the time (`gap`) or showed it twice (`overlap`). */
  readonly doubt?: 'gap' | 'overlap'
}

/**
 * The instant at which a clock in the zone showed a time. As with `Temporal` (`compatible`), a skipped time moves
 * forward by the length of the gap, so 02:30 becomes 03:30, and a repeated time means the first of the two, unless
 * that would be before `notBefore`.
 *
 * @throws {RangeError} for a zone that the platform doesn't know
 */
export function instantOf(
  { wallClock, offset }: LocalTime,
  timeZone: string,
  notBefore = Number.NEGATIVE_INFINITY,
): Instant {
  if (offset !== undefined) return { at: wallClock - offset }
  const spans = offsetSpansAround(timeZone, wallClock)
  const candidates: number[] = []
  let beforeGap: number | undefined
  spans.forEach(({ start, offset: spanOffset }, index) => {
    const end = spans[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const at = wallClock - spanOffset
    if (at >= start && at < end) candidates.push(at)
    // The time is in a gap; the offset from before the gap moves it past the gap's end.
    else if (at >= end && wallClock - (spans[index + 1]?.offset ?? spanOffset) < end) beforeGap = at
  })
  const [first, second] = candidates
  if (first === undefined) return { at: beforeGap ?? wallClock, doubt: 'gap' }
  if (second === undefined) return { at: first }
  return { at: first < notBefore ? second : first, doubt: 'overlap' }
}

/** An offset in milliseconds as `+05:30`. */
export function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000)
  const twoDigits = (count: number) => String(count).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

/** A local time as ISO 8601 without a zone: `2025-03-09T14:08:49`. */
export function localText(wallClock: number): string {
  return new Date(wallClock).toISOString().slice(0, 19)
}

/** The time on a clock in the zone at an instant, in milliseconds since 1970 as if it were UTC. */
export function wallClockIn(timeZone: string, instant: number): number {
  const spans = offsetSpansAround(timeZone, instant)
  const span = spans.findLast(({ start }) => start <= instant) ?? spans[0]
  return instant + (span?.offset ?? 0)
}
