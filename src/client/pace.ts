/** The bounds of how long the server may stay silent, in milliseconds. */
const minPatience = 30_000
const maxPatience = 300_000

/** How much to send or request at once, and how long to wait for it. */
export interface Pace {
  /** The number of items. */
  readonly size: number
  /** Milliseconds without a byte after which a request is aborted. */
  readonly patience: number
  /** Makes the next requests smaller or more patient, after one with this many items took too long. */
  slowDown(items: number): void
  /** Makes the next requests larger again, after one succeeded. */
  speedUp(): void
}

/** A pace that adapts to the network. */
export function createPace(maxSize: number): Pace {
  let size = maxSize
  let patience = minPatience
  return {
    get size() {
      return size
    },
    get patience() {
      return patience
    },
    slowDown(items) {
      if (items <= 1) patience = Math.min(maxPatience, patience * 2)
      size = Math.max(1, Math.ceil(Math.min(items, size) / 2))
    },
    speedUp() {
      patience = minPatience
      size = Math.min(maxSize, size * 2)
    },
  }
}
