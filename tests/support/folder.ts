import { afterAll } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Creates an empty folder that is deleted after the file's tests, or after the test that called this. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replog-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
