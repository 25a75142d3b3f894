/** For files smaller than this, in bytes, there is too little to give back. */
const worthwhile = 512 * 1024

/** When nothing refers to what was read any more, in milliseconds: marking what is alive takes the time. */
const delayMs = 500

let imports = 0
let timer: Timer | undefined

/** Notes that an import begins: while it runs, freeing memory would keep everybody waiting. */
export function noteImport(): void {
  imports++
}

/**
 * Frees the memory that an import took, once the response is sent and no import runs any more. Left to itself,
 * the engine would keep one import's garbage until the next ones have doubled it.
 */
export function freeMemoryLater(fileBytes: number): void {
  imports--
  if (fileBytes < worthwhile && timer === undefined) return
  clearTimeout(timer)
  timer = setTimeout(() => {
    timer = undefined
    if (imports === 0) Bun.gc(true)
  }, delayMs)
  timer.unref()
}
