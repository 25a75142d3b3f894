/** A span of time: from `from` (inclusive) to `before` (exclusive), in milliseconds since 1970. */
export interface Instants {
  readonly from: number
  readonly before: number
}

/** All time. */
export const allTime: Instants = { from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER }

/** Milliseconds since 1970 of an RFC 3339 time that was validated against the contract. */
export function milliseconds(instant: string): number {
  return Date.parse(instant)
}

/** Like {@link milliseconds}, but null for a missing time. */
export function optionalMilliseconds(instant: string | undefined): number | null {
  return instant === undefined ? null : Date.parse(instant)
}

/** RFC 3339 in UTC with milliseconds, as in responses. */
export function instant(ms: number): string {
  return new Date(ms).toISOString()
}
