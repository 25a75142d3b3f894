import type { Database } from 'bun:sqlite'
import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { isInMemory } from './settings.ts'

/**
 * The space that normal operation needs in addition to the database file: the index is 32 KiB, and the
 * log grows.
 */
const minFreeBytes = 1024 * 1024

/** Whether a database's disk has enough space for normal operation. */
export function hasFreeSpace(sqlite: Database): boolean {
  if (isInMemory(sqlite)) return true
  try {
    return freeBytes(sqlite) >= minFreeBytes
  } catch {
    return false
  }
}

/** The free space on a database's disk, in bytes. Throws if it can't be determined. */
export function freeBytes(sqlite: Database): number {
  const { bavail, bsize } = statfsSync(dirname(sqlite.filename))
  return bavail * bsize
}
