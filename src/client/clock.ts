/** Keeps track of the server's time by the dates of its answers, as the device's clock may be years off. */
export interface Clock {
  /** The device's own time, in milliseconds since 1970. */
  local(): number
  /** Milliseconds to add to the device's time to get the server's. Undefined before the first answer. */
  readonly offset: number | undefined
  /** Compares the clocks, given an answer that just arrived. */
  heard(answer: Response): void
}

/**
 * Smaller differences are ignored: `Date` counts whole seconds, and answers take time to arrive.
 * Milliseconds.
 */
const tolerance = 2000

/** A clock based on the device's own time. */
export function createClock(now: () => number): Clock {
  let offset: number | undefined
  return {
    local: now,
    get offset() {
      return offset
    },
    heard(answer) {
      const difference = Date.parse(answer.headers.get('date') ?? '') - now()
      // NaN if there is no date.
      offset = Math.abs(difference) < tolerance ? 0 : difference || offset
    },
  }
}
