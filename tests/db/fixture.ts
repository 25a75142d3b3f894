import { afterAll } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import type { OpenDatabase } from '#db/engine/sqlite/open.ts'
import { openDatabase } from '#db/migrations/open-database.ts'

export { insertUser, userIds } from './fixture-rows.ts'

/** The open databases by folder. They must be closed before the folder is removed. */
const openDatabases = new Map<string, OpenDatabase>()

/** Creates an empty folder that is removed after the test, or after the file's tests if created outside a test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replog-'))
  // Registered here, because a hook at the top level of this module would belong only to the first test file.
  afterAll(async () => {
    await openDatabases.get(folder)?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Opens a database in memory or in a folder. It is closed after the test, or after the file's tests. */
export async function openTestDatabase(folder?: string): Promise<OpenDatabase> {
  const database = await openDatabase({ file: folder === undefined ? ':memory:' : databaseFile(folder) })
  const open = { ...database, close: once(database.close) }
  if (folder !== undefined) openDatabases.set(folder, open)
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
