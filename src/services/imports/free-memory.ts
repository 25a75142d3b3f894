import { edenGC } from 'bun:jsc'
import { createMemoryRelease } from '#lib/memory-release.ts'
import { freeDictionaries } from '../auth/password/strength.ts'

/** The minimum file size, in bytes, for which freeing memory is worthwhile. */
const minFileBytes = 512 * 1024

/**
 * The time between two collections of new objects while imports of large files run, in milliseconds. Each takes a
 * millisecond or two. Left to itself, the engine accumulates 50 MB of garbage from such a file before it collects any.
 */
const collectEveryMs = 25

let runningImports = 0
let collecting: Timer | undefined
// A running import frees memory when it ends.
const release = createMemoryRelease(() => runningImports === 0)

/**
 * Counts an import that has started. Also frees the dictionaries of the password check, since many users import a file
 * right after they register.
 */
export function countImport(): void {
  runningImports++
  freeDictionaries()
}

/**
 * Collects new objects often until no import is running, if a file is worth it. Not all objects, because freeing all
 * memory would block all requests.
 */
export function collectWhileImporting(fileBytes: number): void {
  if (fileBytes >= minFileBytes) collecting ??= setInterval(edenGC, collectEveryMs).unref()
}

/** Starts a concurrent collection of what reading a file has left, if the file is worth it. */
export function collectAfterReading(fileBytes: number): void {
  if (fileBytes >= minFileBytes) Bun.gc(false)
}

/**
 * Frees an import's memory once the response has been sent and no import is running. Left to itself, the engine
 * would keep the garbage of one import until later ones doubled it.
 */
export function freeMemoryLater(fileBytes: number): void {
  runningImports--
  if (runningImports === 0) {
    clearInterval(collecting)
    collecting = undefined
  }
  if (fileBytes >= minFileBytes || release.isRunning) release.start()
}
