import type { Database } from 'bun:sqlite'
import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { isInMemory } from './settings.ts'

/** What a database needs beside its file for ordinary work: its index is 32 KiB, and its log grows. */
const minFreeBytes = 1024 * 1024

/** Whether the disk of a database has room for ordinary work. */
export function hasRoom(sqlite: Database): boolean {
  if (isInMemory(sqlite)) return true
  try {
    return freeBytes(sqlite) >= minFreeBytes
  } catch {
    return false
  }
}

/** How much the disk of a database has room for. Throws if nobody can tell. */
export function freeBytes(sqlite: Database): number {
  const { bavail, bsize } = statfsSync(dirname(sqlite.filename))
  return bavail * bsize
}
