import { expect, test } from 'bun:test'
import { postgresOf } from '#db/engine/postgres/direct.ts'
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
    // A test server's settings would lose writes in a power failure.
    expect(good).toEqual({ contents: true, references: true, packed: true, settings: false })
    expect(tables.find(({ table }) => table === 'catalogueExercises')?.bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeGreaterThan(500_000)

    await postgresOf(db)?.run(`update "packedWorkouts" set "sets" = '\\x00'`, [])
    const packed = (await inspectServer(db)).findings.find(({ what }) => what === 'packed')
    expect(packed).toMatchObject({ good: false, detail: expect.stringContaining(JSON.parse(text).id) })
  },
)
