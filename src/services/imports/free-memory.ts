import { fullGC } from 'bun:jsc'

/** The minimum file size, in bytes, for which freeing memory is worthwhile. */
const worthwhile = 512 * 1024

/**
 * Each step blocks all requests for about 50 ms and starts `afterMs` milliseconds after the previous one.
 * The first marks garbage, once nothing refers to the data read; the engine sweeps it in small steps
 * while idle. The second returns the memory to the system, which would take 150 ms without the sweep.
 */
const steps = [
  { afterMs: 500, run: fullGC },
  { afterMs: 2000, run: () => Bun.gc(true) },
] as const

let imports = 0
let timer: Timer | undefined

/**
 * Notes that an import has started, so that memory isn't freed while it runs, which would block all
 * requests.
 */
export function noteImport(): void {
  imports++
}

/**
 * Frees an import's memory once the response has been sent and no import is running. On its own, the
 * engine would keep the garbage of one import until later ones doubled it.
 */
export function freeMemoryLater(fileBytes: number): void {
  imports--
  if (fileBytes < worthwhile && timer === undefined) return
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
    if (imports > 0) return
    step.run()
    startStep(index + 1)
  }, step.afterMs)
  timer.unref()
}
