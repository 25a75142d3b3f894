import { offsetSpansAround } from '#training/zone-offset.ts'

/** A time as shown by a clock, in an unknown zone unless it includes an offset. */
export interface LocalTime {
  /** The time as if it were UTC, in milliseconds since 1970. */
  readonly shown: number
  /** Whether it was only a day. */
  readonly dayOnly: boolean
  /** The UTC offset that the time itself includes, in milliseconds. */
  readonly offset?: number
}

/** A local time as an instant. */
export interface Instant {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The clock never showed the time (`gap`), or showed it twice (`overlap`). */
  readonly doubt?: 'gap' | 'overlap'
}

/**
 * The instant at which a clock in the zone showed a time. Like `Temporal` (`compatible`): a skipped time
 * moves forward by the length of the gap, so 02:30 becomes 03:30; a repeated time is the first of the two,
 * unless that would be before `notBefore`.
 *
 * @throws {RangeError} for a zone that the platform doesn't know
 */
export function instantOf(
  { shown, offset }: LocalTime,
  timeZone: string,
  notBefore = Number.NEGATIVE_INFINITY,
): Instant {
  if (offset !== undefined) return { at: shown - offset }
  const spans = offsetSpansAround(timeZone, shown)
  const found: number[] = []
  let beforeGap: number | undefined
  spans.forEach(({ start, offset: spanOffset }, index) => {
    const end = spans[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const at = shown - spanOffset
    if (at >= start && at < end) found.push(at)
    // In a gap, the offset from before it moves the time past its end.
    else if (at >= end && shown - (spans[index + 1]?.offset ?? spanOffset) < end) beforeGap = at
  })
  const [first, second] = found
  if (first === undefined) return { at: beforeGap ?? shown, doubt: 'gap' }
  if (second === undefined) return { at: first }
  return { at: first < notBefore ? second : first, doubt: 'overlap' }
}

/** An offset in milliseconds as `+05:30`. */
export function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000)
  const two = (count: number) => String(count).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** A local time as ISO 8601 without a zone: `2025-03-09T14:08:49`. */
export function localText(shown: number): string {
  return new Date(shown).toISOString().slice(0, 19)
}

/** What a clock in the zone shows at an instant, as if it were UTC. */
export function shownIn(timeZone: string, instant: number): number {
  const spans = offsetSpansAround(timeZone, instant)
  const span = spans.findLast(({ start }) => start <= instant) ?? spans[0]
  return instant + (span?.offset ?? 0)
}
