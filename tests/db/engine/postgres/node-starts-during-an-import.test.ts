import { expect, test } from 'bun:test'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import type { Schemas } from '#generated/types.ts'
import { sweepImports } from '#services/housekeeping/clean-up.ts'
import { importAll, strongFile } from '#tests/handlers/imports/import-file.ts'
import { testApp } from '#tests/support/app.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { dayMs } from '#training/day-ms.ts'

const workouts = 400

test.skipIf(!hasPostgres)('an import is complete even if nodes start and clean up during it', async () => {
  const { url } = await openTestPostgres((await startTestPostgres()).url)
  const app = await testApp({ postgres: url })
  const ada = await app.register()
  const rows = Array.from({ length: workouts }, (_, day) => {
    const date = new Date(Date.parse('2024-01-01T00:00:00Z') + day * dayMs)
    return [date.toISOString().slice(0, 10), 'Bench Press (Barbell)', 1] as const
  })
  let isOver = false
  const importing = importAll(app, ada, strongFile(...rows)).finally(() => {
    isOver = true
  })
  let starts = 0
  do {
    const { db, close } = await openPostgres({ url, durable: false })
    await sweepImports(db, Date.now())
    await close()
    starts++
  } while (!isOver)
  expect((await importing).committed).toMatchObject({ workouts })
  expect(starts).toBeGreaterThan(1)

  const ids = new Set<string>()
  for (let cursor = ''; ; ) {
    const page = await ada.send('GET', `/api/workouts?limit=200${cursor}`)
    const { items, nextCursor } = page.json<Schemas['WorkoutList']>()
    for (const { id } of items) ids.add(id)
    if (nextCursor === undefined) break
    cursor = `&cursor=${nextCursor}`
  }
  expect(ids.size).toBe(workouts)
})
