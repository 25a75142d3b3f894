import { expect, test } from 'bun:test'
import { postgresOf } from '#db/engine/postgres/direct-of.ts'
import { inspectServer } from '#db/maintenance/inspect-server.ts'
import { testApp } from '#tests/support/app.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

test.skipIf(!hasPostgres)(
  'inspectServer finds inconsistent data and settings that could lose writes',
  async () => {
    const server = await startTestPostgres()
    const { db, url } = await openTestPostgres(server.url)
    const app = await testApp({ postgres: url })
    const ada = await app.register()
    const sets = [{ type: 'normal', weight: { value: 100, unit: 'kg' }, reps: 5 }]
    const body = {
      startedAt: '2026-11-02T18:00:00Z',
      exercises: [{ exerciseId: 'barbell-bench-press', sets }],
    }
    const { text } = await ada.send('POST', '/api/workouts', { body })

    const { findings, tables, bytes } = await inspectServer(db)
    const good = Object.fromEntries(findings.map((finding) => [finding.what, finding.good]))
    // The settings are not good, because a test server would lose writes in a power failure.
    expect(good).toEqual({ contents: true, references: true, packed: true, settings: false })
    expect(tables.find(({ table }) => table === 'catalogueExercises')?.bytes).toBeGreaterThan(100_000)
    // The number counted, not the server's estimate from its statistics.
    expect(tables.find(({ table }) => table === 'workouts')?.rows).toBe(1)
    expect(bytes).toBeGreaterThan(500_000)

    await postgresOf(db)?.run(`update "packedWorkouts" set "packedSets" = '\\x00'`, [])
    const packed = (await inspectServer(db)).findings.find(({ what }) => what === 'packed')
    expect(packed).toMatchObject({ good: false, detail: expect.stringContaining(JSON.parse(text).id) })
  },
)

test.skipIf(!hasPostgres)('inspectServer finds nothing wrong while a node is saving workouts', async () => {
  const server = await startTestPostgres()
  const { db, url } = await openTestPostgres(server.url)
  const app = await testApp({ postgres: url })
  const ada = await app.register()
  const exercises = [{ exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 5 }] }]
  const save = () =>
    ada.send('POST', '/api/workouts', { body: { startedAt: '2026-11-02T18:00:00Z', exercises } })
  await save()
  let isInspecting = true
  const saving = (async () => {
    while (isInspecting) expect((await save()).status).toBe(201)
  })()
  const { findings } = await inspectServer(db)
  isInspecting = false
  await saving
  expect(findings.filter(({ what, good }) => what !== 'settings' && !good)).toEqual([])
})

/** Statements that damage a database, by what the doctor must say. */
const damages = {
  'a row of users is invalid: CHECK constraint failed: unit': `update "users" set "unit" = 'stone'`,
  'a row of workouts is invalid: CHECK constraint failed: workoutsEndAfterStart': `update "workouts" set "endedAt" = 0`,
  'the copy of workouts differs from its source': `update "workouts" set "exertion" = 'NaN'`,
  'a row of packedWorkouts is invalid: CHECK constraint failed: trained': `update "packedWorkouts" set "trained" = 2`,
  'a row of packedWorkouts is invalid: FOREIGN KEY constraint failed': `update "packedWorkouts" set "userId" = 'nobody'`,
  'a row of performedExercises is invalid: FOREIGN KEY constraint failed': `update "performedExercises" set "userId" = 'nobody'`,
}

test.skipIf(!hasPostgres)('inspectServer finds what no constraint of PostgreSQL prevents', async () => {
  const server = await startTestPostgres()
  for (const [detail, damage] of Object.entries(damages)) {
    const { db, url, close } = await openTestPostgres(server.url)
    const app = await testApp({ postgres: url })
    const ada = await app.register()
    const exercises = [{ exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 5 }] }]
    await ada.send('POST', '/api/workouts', { body: { startedAt: '2026-11-02T18:00:00Z', exercises } })
    await app.close()
    await postgresOf(db)?.run(damage, [])
    const contents = (await inspectServer(db)).findings.find(({ what }) => what === 'contents')
    expect(contents).toMatchObject({ good: false, detail: expect.stringContaining(detail) })
    await close()
  }
})
