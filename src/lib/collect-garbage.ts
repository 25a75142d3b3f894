/** How much work there may be, in bytes read, between two collections. */
const collectEvery = 4 * 1024 * 1024

/**
 * Returns a function to call with the number of bytes read so far: every few megabytes it begins to collect
 * garbage, beside the event loop. Left to itself, the engine lets the garbage of a large file grow to more
 * than what is alive.
 */
export function createCollector(): (read: number) => void {
  let last = 0
  return (read) => {
    if (Math.abs(read - last) < collectEvery) return
    last = read
    Bun.gc(false)
  }
}
