import type { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { seedCatalogue } from '../../src/db/catalogue.ts'
import { databaseFile } from '../../src/db/data-folder.ts'
import { inspect } from '../../src/db/inspect.ts'
import { openDatabase } from '../../src/db/open.ts'
import { temporaryFolder } from '../support/folder.ts'
import { placeSeeded } from '../support/template.ts'

const rounds = 8

test(`a process killed ${rounds} times in the midst of a commit has written all of it or nothing`, async () => {
  for (let round = 0; round < rounds; round++) {
    const folder = temporaryFolder()
    await placeSeeded(folder)
    const script = join(import.meta.dir, 'commit-import-until-killed.ts')
    const writer = Bun.spawn([process.execPath, script, folder], { stdout: 'pipe', stderr: 'inherit' })
    const reader = writer.stdout.getReader()
    await reader.read()
    const stop = performance.now() + round * 4
    while (performance.now() < stop);
    writer.kill('SIGKILL')
    await writer.exited
    const { db, sqlite, close } = await openDatabase({ file: databaseFile(folder) })
    await seedCatalogue(db, 0)
    const counts = ['workouts', 'workoutExercises', 'sets', 'importItems'].map((table) =>
      count(sqlite, table),
    )
    const [status] = sqlite.query<{ status: string }, []>('select status from imports').all()
    if (status?.status === 'committed') expect(counts).toEqual([300, 300, 6000, 301])
    else expect([status?.status, ...counts]).toEqual(['pending', 0, 0, 0, 0])
    expect(inspect(sqlite).findings.filter(({ good }) => !good)).toEqual([])
    await close()
  }
}, 120_000)

function count(sqlite: Database, table: string): number {
  return sqlite.query<{ count: number }, []>(`select count(*) as count from "${table}"`).get()?.count ?? -1
}
