/** The bounds of how long the server may stay silent, in milliseconds. */
const minTimeout = 30_000
const maxTimeout = 300_000

/** How much to send or request at once, and how long to wait for it. */
export interface Pace {
  /** The number of items. */
  readonly size: number
  /** Milliseconds without a byte after which a request is aborted. */
  readonly timeout: number
  /** Makes the next requests smaller or gives them more time, after one with this many items took too long. */
  slowDown(items: number): void
  /** Makes the next requests larger again, after one succeeded. */
  speedUp(): void
}

/** A pace that adapts to the network. */
export function createPace(maxSize: number): Pace {
  let size = maxSize
  let timeout = minTimeout
  return {
    get size() {
      return size
    },
    get timeout() {
      return timeout
    },
    slowDown(items) {
      if (items <= 1) timeout = Math.min(maxTimeout, timeout * 2)
      size = Math.max(1, Math.ceil(Math.min(items, size) / 2))
    },
    speedUp() {
      timeout = minTimeout
      size = Math.min(maxSize, size * 2)
    },
  }
}
