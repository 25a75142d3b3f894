/** How long the event loop is kept to ourselves at a time, in milliseconds. */
const turn = 5

/**
 * A pause that is taken only when it is due, so that long work leaves the server time for others:
 * `await breathe()` in a loop costs little.
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
