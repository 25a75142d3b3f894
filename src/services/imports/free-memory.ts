import { fullGC } from 'bun:jsc'

/** The minimum file size, in bytes, for which freeing memory is worthwhile. */
const minFileBytes = 512 * 1024

/**
 * Each step blocks all requests for about 50 ms and starts `afterMs` milliseconds after the previous one.
 * The first marks garbage once nothing refers to the data anymore; the engine then sweeps it in small steps
 * while idle. The second returns the memory to the system, which would take 150 ms without the sweep.
 */
const steps = [
  { afterMs: 500, run: fullGC },
  { afterMs: 2000, run: () => Bun.gc(true) },
] as const

let runningImports = 0
let timer: Timer | undefined

/**
 * Counts an import that has started. While one is running, no memory is freed, because that would block all
 * requests.
 */
export function countImport(): void {
  runningImports++
}

/**
 * Frees an import's memory once the response has been sent and no import is running. Left to itself, the engine
 * would keep the garbage of one import until later ones doubled it.
 */
export function freeMemoryLater(fileBytes: number): void {
  runningImports--
  if (fileBytes < minFileBytes && timer === undefined) return
  clearTimeout(timer)
  startStep(0)
}

function startStep(index: number): void {
  const step = steps[index]
  timer = undefined
  if (!step) return
  timer = setTimeout(() => {
    timer = undefined
    // A running import frees memory when it ends.
    if (runningImports > 0) return
    step.run()
    startStep(index + 1)
  }, step.afterMs)
  timer.unref()
}
