/** Estimates the server's time from the `Date` header of its responses, since the device's clock may be years off. */
export interface Clock {
  /** The device's own time, in milliseconds since 1970. */
  local(): number
  /** Milliseconds to add to the device's time to get the server's. Undefined before the first response. */
  readonly offset: number | undefined
  /** Compares the clocks, given a response that has just arrived. */
  observe(response: Response): void
}

/** Differences below this many milliseconds are ignored, because `Date` has whole seconds and responses take time. */
const tolerance = 2000

/** A clock based on the device's own time. */
export function createClock(now: () => number): Clock {
  let offset: number | undefined
  return {
    local: now,
    get offset() {
      return offset
    },
    observe(response) {
      const difference = Date.parse(response.headers.get('date') ?? '') - now()
      // NaN if there is no date.
      offset = Math.abs(difference) < tolerance ? 0 : difference || offset
    },
  }
}
