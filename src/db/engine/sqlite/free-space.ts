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
    const { bavail, bsize } = statfsSync(dirname(sqlite.filename))
    return bavail * bsize >= minFreeBytes
  } catch {
    return false
  }
}
