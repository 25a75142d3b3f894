/** How long to keep the event loop busy at a time, in milliseconds. */
const maxBusyMs = 5

/**
 * Returns a function that pauses, but only when a pause is due, so that long work leaves the server time for
 * other requests: calling `await pause()` in a loop costs little.
 */
export function createYielder(signal?: AbortSignal): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < maxBusyMs) return undefined
    signal?.throwIfAborted()
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now()
        resolve()
      })
    })
  }
}

/**
 * Gives other requests a turn between two transactions: one round of the event loop to read what they sent,
 * and one to answer it. With a single round, they would find the next transaction begun and have to wait for
 * that one too.
 */
export async function yieldToRequests(): Promise<void> {
  await new Promise(setImmediate)
  await new Promise(setImmediate)
}
