import { afterAll } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import type { OpenDatabase } from '#db/engine/sqlite/open.ts'
import { openDatabase } from '#db/migrations/open-database.ts'

export { insertUser, userIds } from './fixture-rows.ts'

/** Those in folders, to be closed before their folder is removed. */
const opened = new Map<string, OpenDatabase>()

/** An empty folder that is gone after the test, or after the file when it is made outside of a test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replog-'))
  // Registered here, as this module is loaded once for all test files: a hook at its top would be the first file's alone.
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
