import { fullGC } from 'bun:jsc'

/** For files smaller than this, in bytes, there is too little to give back. */
const worthwhile = 512 * 1024

/**
 * Each step keeps everybody waiting for about 50 ms, and begins so many milliseconds after the one before. First, when
 * nothing refers to what was read any more, what is dead is marked; it is swept in small steps while nothing else
 * happens. Then it is returned to the system, which would take 150 ms if nothing had been swept.
 */
const steps = [
  { afterMs: 500, run: fullGC },
  { afterMs: 2000, run: () => Bun.gc(true) },
] as const

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
  startStep(0)
}

function startStep(index: number): void {
  const step = steps[index]
  timer = undefined
  if (!step) return
  timer = setTimeout(() => {
    timer = undefined
    // An import that has begun frees memory itself.
    if (imports > 0) return
    step.run()
    startStep(index + 1)
  }, step.afterMs)
  timer.unref()
}
