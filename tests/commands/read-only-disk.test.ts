import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { smallDisk } from '#tests/support/small-disk.ts'

const disk = smallDisk(8)

test.skipIf(!disk)('on a read-only disk, each command fails with the cause and a solution', async () => {
  if (!disk) return
  await (await openDatabase({ file: databaseFile(disk.folder) })).close()
  disk.makeReadOnly()
  const run = (command: string, ...args: string[]) => {
    const { exitCode, stderr } = Bun.spawnSync([process.execPath, `src/commands/${command}.ts`, ...args], {
      cwd: join(import.meta.dir, '../..'),
      env: { PATH: process.env.PATH, REPLOG_DATA: disk.folder },
    })
    return { exitCode, error: stderr.toString() }
  }
  const elsewhere = join(temporaryFolder(), 'copy.db')
  for (const { exitCode, error } of [run('doctor'), run('backup', elsewhere)]) {
    expect(exitCode).toBe(1)
    expect(error).toContain(`the folder ${disk.folder} isn't writable`)
    expect(error).toContain('mount the folder writable')
  }
  const restored = run('restore', databaseFile(disk.folder))
  expect(restored.exitCode).toBe(1)
  expect(restored.error).toContain('read-only')
  expect(restored.error).toContain('mount it writable')
})
