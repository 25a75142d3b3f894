import { expect, test } from 'bun:test'
import { copiedTables } from '#db/maintenance/copied-tables.ts'
import { copyAll, TargetNotEmptyError } from '#db/maintenance/copy-all.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import type { Db } from '#db/schema/index.ts'
import { testApp } from '#tests/support/app.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionOf } from '#tests/support/rejection.ts'
import { stateOf } from '#tests/support/state.ts'

const app = await testApp()

async function createData(): Promise<void> {
  const ada = await app.register({ displayName: 'Ada “Countess” ☕' })
  const sets = [
    { type: 'normal', weight: { value: 102.5, unit: 'lb' }, reps: 5, rpe: 8.5, notes: 'sauber, ß' },
  ]
  const body = {
    startedAt: '2026-11-02T18:00:00+01:00',
    exercises: [{ exerciseId: 'barbell-bench-press', sets }],
  }
  const { text, headers } = await ada.send('POST', '/api/workouts', {
    body,
    headers: { 'Idempotency-Key': 'k' },
  })
  const { id } = JSON.parse(text)
  await ada.send('PUT', `/api/workouts/${id}`, {
    body: { ...body, name: 'Push' },
    headers: { 'If-Match': headers.get('etag') ?? '' },
  })
  await ada.send('POST', '/api/measurements', { body: { kind: 'bodyweight', value: 71.3, unit: 'kg' } })
  await ada.send('POST', '/api/exercises', {
    body: {
      name: 'Atlas Stone',
      category: 'pull',
      equipment: 'other',
      tracking: 'weight_reps',
      engagement: [{ muscle: 'glutes', percent: 80 }],
    },
  })
}

/** All rows by table, without those that record migrations. */
async function rowsOf(db: Db): Promise<unknown[]> {
  const tables: [string, unknown][] = JSON.parse(await stateOf(db))
  return tables.filter(([table]) => !table.startsWith('migrations'))
}

test('copiedTables lists every table', async () => {
  const { db, sqlite, close } = await openDatabase({ file: ':memory:' })
  await stateOf(db)
  const tables = sqlite
    .query<{ name: string }, []>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'migrations%'`,
    )
    .all()
  expect(copiedTables.map(([name]) => String(name)).sort()).toEqual(tables.map(({ name }) => name).sort())
  await close()
})

test.skipIf(!hasPostgres)(
  'copying a database to PostgreSQL and back keeps every row, and the copy can be used',
  async () => {
    await createData()
    const { url } = await startTestPostgres()
    await administer(url, 'create database moved')
    const server = await openPostgres({ url: urlOf(url, 'moved'), durable: false })
    const copied = await copyAll(app.db, server.db)
    expect(copied.find(({ table }) => table === 'workoutRevisions')?.rows).toBe(1)
    expect(copied.find(({ table }) => table === 'catalogueExercises')?.rows).toBe(947)

    const copiedBack = await openDatabase({ file: ':memory:' })
    await copyAll(server.db, copiedBack.db)
    expect(await rowsOf(copiedBack.db)).toEqual(await rowsOf(app.db))

    expect(await rejectionOf(copyAll(app.db, server.db))).toBeInstanceOf(TargetNotEmptyError)
    const node = await testApp({ postgres: urlOf(url, 'moved') })
    const ada = await node.register({})
    const created = await ada.send('POST', '/api/exercises', {
      body: {
        name: 'Log Press',
        category: 'push',
        equipment: 'other',
        tracking: 'weight_reps',
        engagement: [],
      },
    })
    expect(created.status).toBe(201)
    await copiedBack.close()
    await server.close()
  },
)
