import { createMemoryRelease } from '#lib/memory-release.ts'

/** The time between two samples, in milliseconds; longer than a release takes. */
const sampleMs = 5_000

/** The CPU time between two samples below which the process counts as idle, in milliseconds. */
const idleCpuMs = 50

/** The growth of the resident memory for which a release is worthwhile, in bytes. */
const minGrowth = 16_000_000

/** The CPU time that the process has used so far, in milliseconds, and its resident memory, in bytes. */
export interface Sample {
  readonly cpuMs: number
  readonly residentBytes: number
}

/** A process that releases memory when it becomes idle. */
export interface IdleRelease {
  stop(): void
}

/**
 * Releases memory when the process becomes idle, if it has grown since the last release. Left to itself, the engine
 * keeps the garbage of the last requests until further ones double it.
 */
export function startIdleRelease(): IdleRelease {
  const isDue = createReleaseSchedule()
  const release = createMemoryRelease(() => true)
  const timer = setInterval(() => {
    if (isDue(sample())) release.start()
  }, sampleMs).unref()
  return { stop: () => clearInterval(timer) }
}

/** Creates a function that returns whether a release is due, given regular samples. */
export function createReleaseSchedule(): (sample: Sample) => boolean {
  let lastCpuMs = 0
  let leastBytes = Number.POSITIVE_INFINITY
  let isReleased = false
  return ({ cpuMs, residentBytes }) => {
    const isIdle = cpuMs - lastCpuMs < idleCpuMs
    lastCpuMs = cpuMs
    if (isIdle && isReleased) leastBytes = residentBytes
    isReleased = false
    leastBytes = Math.min(leastBytes, residentBytes)
    if (!isIdle || residentBytes - leastBytes < minGrowth) return false
    isReleased = true
    return true
  }
}

function sample(): Sample {
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1000, residentBytes: process.memoryUsage.rss() }
}
