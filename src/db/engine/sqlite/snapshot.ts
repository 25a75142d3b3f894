import type { Database } from 'bun:sqlite'
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { runSql } from './run-sql.ts'

/**
 * Writes a consistent copy of a database, which may be in use, to a new file. When this returns, the copy
 * is complete, on disk, and readable only by its owner; until then, no file has that name.
 *
 * @throws if the file exists, because a copy never replaces anything
 */
export function copyDatabase(sqlite: Database, target: string): void {
  if (existsSync(target)) throw new Error(`${target} already exists: choose another name`)
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  try {
    // SQLite accepts an empty file for the copy, so the file is never readable by others.
    closeSync(openSync(partial, 'wx', 0o600))
    runSql(sqlite, 'vacuum into ?', partial)
    chmodSync(partial, 0o600)
    syncToDisk(partial)
    renameSync(partial, target)
    syncToDisk(dirname(target))
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/** Waits until a file's contents, or a folder's entries, are on disk. */
export function syncToDisk(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
