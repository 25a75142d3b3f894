/** The maximum time to keep the event loop busy, in milliseconds. */
const maxBusyMs = 5

/**
 * Returns a function that pauses when a pause is due, so that long work lets other requests run. It is
 * cheap to call `await pause()` in a loop.
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
 * Lets other requests run between two transactions: one turn of the event loop to read them, and one to
 * respond. After a single turn, the next transaction would already have begun, and they would have to
 * wait for it too.
 */
export async function yieldToRequests(): Promise<void> {
  await new Promise(setImmediate)
  await new Promise(setImmediate)
}
