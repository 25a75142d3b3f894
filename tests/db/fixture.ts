import { afterEach } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseFile } from '../../src/db/data-folder.ts'
import { type OpenDatabase, openDatabase } from '../../src/db/open.ts'

export { insertUser, userIds } from './fixture-rows.ts'

const folders: string[] = []
const opened: OpenDatabase[] = []

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replog-'))
  folders.push(folder)
  return folder
}

/** An open database in memory, or in a folder, that is closed after the test. */
export async function openTestDatabase(folder?: string): Promise<OpenDatabase> {
  const database = await openDatabase({ file: folder === undefined ? ':memory:' : databaseFile(folder) })
  const open = { ...database, close: once(database.close) }
  opened.push(open)
  return open
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => {
    closing ??= close()
    return closing
  }
}
