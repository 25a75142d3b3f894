import { fullGC } from 'bun:jsc'

/**
 * Each step blocks all requests for about 50 ms and starts `afterMs` milliseconds after the previous one.
 * The first marks garbage; the engine then sweeps it in small steps while idle. The second returns the memory to the
 * system, which would take 150 ms without the sweep.
 */
const steps = [
  { afterMs: 500, run: fullGC },
  { afterMs: 2000, run: () => Bun.gc(true) },
] as const

/** Returns garbage to the system, in steps. */
export interface MemoryRelease {
  /** Whether a step is due. */
  readonly isRunning: boolean
  /** Starts with the first step, even if a later one is due. */
  start(): void
}

/** Creates a release that ends early at a step for which `mayRun` returns false. */
export function createMemoryRelease(mayRun: () => boolean): MemoryRelease {
  let timer: Timer | undefined
  const startStep = (index: number): void => {
    const step = steps[index]
    timer = undefined
    if (!step) return
    timer = setTimeout(() => {
      timer = undefined
      if (!mayRun()) return
      step.run()
      startStep(index + 1)
    }, step.afterMs)
    timer.unref()
  }
  return {
    get isRunning() {
      return timer !== undefined
    },
    start() {
      clearTimeout(timer)
      startStep(0)
    },
  }
}
