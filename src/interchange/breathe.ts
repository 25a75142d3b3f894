/** How long the event loop is kept to ourselves at a time, in milliseconds. */
const turn = 5

/**
 * Pauses, but only when a pause is due, so that long work leaves the server time for others: calling `await
 * breathe()` in a loop costs little.
 */
export function breather(signal?: AbortSignal): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < turn) return undefined
    signal?.throwIfAborted()
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now()
        resolve()
      })
    })
  }
}
