import { afterAll } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import type { OpenDatabase } from '#db/engine/sqlite/open.ts'
import { openDatabase } from '#db/migrations/open-database.ts'

export { insertUser, userIds } from './fixture-rows.ts'

/** Databases in folders, which must be closed before their folder is removed. */
const opened = new Map<string, OpenDatabase>()

/** An empty folder that is removed after the test, or after the file if created outside a test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replog-'))
  // Registered here, because this module is loaded once for all test files, and a top-level hook would
  // belong only to the first file.
  afterAll(async () => {
    await opened.get(folder)?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** An open database in memory, or in a folder, that is closed after the test, or after the file. */
export async function openTestDatabase(folder?: string): Promise<OpenDatabase> {
  const database = await openDatabase({ file: folder === undefined ? ':memory:' : databaseFile(folder) })
  const open = { ...database, close: once(database.close) }
  if (folder !== undefined) opened.set(folder, open)
  afterAll(() => open.close())
  return open
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => {
    closing ??= close()
    return closing
  }
}
