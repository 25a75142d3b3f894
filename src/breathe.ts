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

/**
 * Leaves others their turn between two transactions: once for what they have sent to be read, and once for it to be answered, which would
 * else find the next transaction begun and wait for that, too.
 */
export async function othersTurn(): Promise<void> {
  await new Promise(setImmediate)
  await new Promise(setImmediate)
}
