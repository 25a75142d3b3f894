/** The number of bytes read between two collections. */
const collectEvery = 4 * 1024 * 1024

/**
 * Returns a function to call with the number of bytes read so far; every few megabytes, it starts a
 * concurrent garbage collection. On its own, the engine lets the garbage from a large file outgrow the
 * live data.
 */
export function createCollector(): (read: number) => void {
  let last = 0
  return (read) => {
    if (Math.abs(read - last) < collectEvery) return
    last = read
    Bun.gc(false)
  }
}
