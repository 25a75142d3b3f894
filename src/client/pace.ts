/** How long the server may stay silent, in milliseconds. */
const minPatience = 30_000
const maxPatience = 300_000

/** How much is sent or asked for at once, and how long to wait for it. */
export interface Pace {
  /** How many items. */
  readonly size: number
  /** Milliseconds without a byte after which a request is given up. */
  readonly patience: number
  /** A request with this many items took too long: the next ones are smaller, or may take longer. */
  slowDown(items: number): void
  /** A request got through: the next ones are larger again. */
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
