/** The maximum time to keep the event loop busy, in milliseconds. */
const maxBusyMs = 5

/**
 * Returns a function that pauses, unless it did so within the last few milliseconds, so that long work lets other
 * requests run. Calling `await pause()` in a loop is cheap. Throws before a pause if the signal has been aborted.
 */
export function createYielder(signal?: AbortSignal): () => Promise<void> | undefined {
  let busySince = performance.now()
  return () => {
    if (performance.now() - busySince < maxBusyMs) return undefined
    signal?.throwIfAborted()
    return new Promise((resolve) => {
      setImmediate(() => {
        busySince = performance.now()
        resolve()
      })
    })
  }
}

/**
 * Lets other requests run between two transactions. This takes two turns of the event loop, one to read the
 * requests and one to respond: after a single turn, they would have to wait for the next transaction too.
 */
export async function yieldToRequests(): Promise<void> {
  await new Promise(setImmediate)
  await new Promise(setImmediate)
}
