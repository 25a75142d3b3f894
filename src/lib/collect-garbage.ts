/** The number of bytes read between two collections. */
const bytesPerCollection = 4 * 1024 * 1024

/**
 * Returns a function to call with the number of bytes read so far; every few megabytes, it starts a
 * concurrent garbage collection. Left to itself, JavaScriptCore accumulates more garbage from a large file than
 * there is live data.
 */
export function createCollector(): (bytesRead: number) => void {
  let lastBytesRead = 0
  return (bytesRead) => {
    if (Math.abs(bytesRead - lastBytesRead) < bytesPerCollection) return
    lastBytesRead = bytesRead
    Bun.gc(false)
  }
}
