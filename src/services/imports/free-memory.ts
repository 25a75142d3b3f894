/** For files smaller than this, in bytes, there is too little to give back. */
const worthwhile = 512 * 1024

/** When nothing refers to what was read any more, in milliseconds: marking what is alive takes the time. */
const delayMs = 500

let timer: Timer | undefined

/**
 * Frees the memory that reading a file took, once the response is sent and no other file came meanwhile. Left to
 * itself, the engine would keep one import's garbage until the next ones have doubled it.
 */
export function freeMemoryLater(fileBytes: number): void {
  if (fileBytes < worthwhile) return
  clearTimeout(timer)
  timer = setTimeout(() => Bun.gc(true), delayMs)
  timer.unref()
}
