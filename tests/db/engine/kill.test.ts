import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { inspect } from '#db/maintenance/inspect.ts'
import { openTestDatabase, temporaryFolder } from '#tests/db/fixture.ts'

const rounds = 20

test(`a process killed ${rounds} times while writing loses nothing that it acknowledged`, async () => {
  const folder = temporaryFolder()
  const acknowledged = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    for (const id of await writeAndKill(databaseFile(folder), 5 + ((round * 37) % 120))) acknowledged.add(id)
    const { db, sqlite, close } = await openTestDatabase(folder)
    const rows = await db.selectFrom('users').select(['id', 'displayName']).execute()
    const savedIds = new Set(rows.map(({ id }) => id))
    expect([...acknowledged].filter((id) => !savedIds.has(id))).toEqual([])
    expect(rows.filter(({ id, displayName }) => displayName !== id)).toEqual([])
    expect(inspect(sqlite).findings.filter(({ good }) => !good)).toEqual([])
    await close()
  }
  expect(acknowledged.size).toBeGreaterThan(rounds)
}, 120_000)

/** Kills a writing process after this many acknowledgments. Resolves to everything that it acknowledged. */
async function writeAndKill(file: string, acknowledgments: number): Promise<string[]> {
  const writer = Bun.spawn([process.execPath, join(import.meta.dir, 'write-until-killed.ts'), file], {
    stdout: 'pipe',
    stderr: 'inherit',
  })
  const decoder = new TextDecoder()
  let text = ''
  const reader = writer.stdout.getReader()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    text += decoder.decode(chunk.value, { stream: true })
    if (text.split('\n').length > acknowledgments) writer.kill('SIGKILL')
  }
  await writer.exited
  expect(writer.signalCode).toBe('SIGKILL')
  // The kill may have cut off the last line.
  return text.split('\n').slice(0, -1)
}
