import { expect, test } from 'bun:test'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { openServer } from '#db/engine/postgres/open.ts'
import type { Migrations } from '#db/migrations/index.ts'
import { NewerDatabaseError } from '#db/migrations/newer-database.ts'
import { postgresMigrations } from '#db/migrations/postgres/index.ts'
import { migratePostgres } from '#db/migrations/postgres/migrate.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { testApp } from '#tests/support/app.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

const statement = (text: string) => ({
  up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)),
})

/** A release with an additional column. */
const expanded: Migrations = {
  ...postgresMigrations,
  '9001-mood': statement('alter table "workouts" add column "mood" text'),
}

/** The release after that, without a column that this one needs. */
const contracted: Migrations = {
  ...expanded,
  '9002-contract-exertion': statement('alter table "workouts" drop column "exertion"'),
}

/** Starts a node of a release, and ends it. */
async function upgrade(url: string, known: Migrations): Promise<void> {
  const { close } = await openServer({ url, durable: false }, (db) => migratePostgres(db, known))
  await close()
}

const workout = {
  startedAt: '2026-11-02T18:00:00Z',
  exercises: [{ exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 5 }] }],
}

test.skipIf(!hasPostgres)(
  'a node keeps working while a newer release adds to the tables, and nodes of its release can start',
  async () => {
    const { url } = await openTestPostgres((await startTestPostgres()).url)
    const node = await testApp({ postgres: url })
    const ada = await node.register()
    // Each connection of the node has already prepared its statements when the tables change.
    const statuses = async () => {
      const each = await Promise.all(
        Array.from({ length: 12 }, () => [
          ada.send('GET', '/api/workouts'),
          ada.send('POST', '/api/workouts', { body: workout }),
          ada.send('GET', '/api/sync/changes'),
        ]).flat(),
      )
      return [...new Set(each.map(({ status }) => status))].sort()
    }
    expect(await statuses()).toEqual([200, 201])
    await upgrade(url, expanded)
    expect(await statuses()).toEqual([200, 201])
    expect((await node.send('GET', '/readyz')).status).toBe(200)

    const another = await openPostgres({ url, durable: false })
    await another.close()
  },
)

test.skipIf(!hasPostgres)(
  'once a newer release removes something that a node needs, the node responds with 503, and no node of its release starts',
  async () => {
    const { url } = await openTestPostgres((await startTestPostgres()).url)
    const node = await testApp({ postgres: url, expectsErrors: true })
    const ada = await node.register()
    expect((await ada.send('POST', '/api/workouts', { body: workout })).status).toBe(201)
    await upgrade(url, contracted)
    const detail = 'must be updated'
    for (const [method, path] of [
      ['POST', '/api/workouts'],
      ['GET', '/readyz'],
    ] as const) {
      const refused = await ada.send(method, path, method === 'POST' ? { body: workout } : {})
      expect([path, refused.status]).toEqual([path, 503])
      expect(refused.text).toContain(detail)
    }
    const starting = openPostgres({ url, durable: false })
    await expect(starting).rejects.toBeInstanceOf(NewerDatabaseError)
    await expect(starting).rejects.toThrow('update Replog')
  },
)

test.skipIf(!hasPostgres)('two releases that have added different things cannot be mixed', async () => {
  const { url } = await openTestPostgres((await startTestPostgres()).url)
  await upgrade(url, expanded)
  const other = { ...postgresMigrations, '9003-sleep': statement('create table "sleep" (id text)') }
  await expect(upgrade(url, other)).rejects.toThrow('(it has 9001-mood): update Replog')
})
