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
import { administer, openTestPostgres, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionMessageOf, rejectionOf } from '#tests/support/rejection.ts'

const statement = (text: string) => async () => ({
  up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)),
})

/** The migrations of a newer release with an additional column. */
const expanded: Migrations = {
  ...postgresMigrations,
  '9001-mood': statement('alter table "workouts" add column "mood" text'),
}

/** The migrations of the release after that, which drops a column that this release needs. */
const contracted: Migrations = {
  ...expanded,
  '9002-contract-exertion': statement('alter table "workouts" drop column "exertion"'),
}

/** Starts and stops a node with these migrations. */
async function upgrade(url: string, migrations: Migrations): Promise<void> {
  const { close } = await openServer({ url, durable: false }, (db) => migratePostgres(db, migrations))
  await close()
}

const workout = {
  startedAt: '2026-11-02T18:00:00Z',
  exercises: [{ exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 5 }] }],
}

test.skipIf(!hasPostgres)(
  'after a newer release has added a column, a node keeps working, and nodes of the same release can start',
  async () => {
    const { url } = await openTestPostgres((await startTestPostgres()).url)
    const node = await testApp({ postgres: url })
    const ada = await node.register()
    // Enough requests that each connection of the node has prepared its statements before the tables change.
    const statuses = async () => {
      const responses = await Promise.all(
        Array.from({ length: 12 }, () => [
          ada.send('GET', '/api/workouts'),
          ada.send('POST', '/api/workouts', { body: workout }),
          ada.send('GET', '/api/sync/changes'),
        ]).flat(),
      )
      return [...new Set(responses.map(({ status }) => status))].sort()
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
  'after a newer release has dropped a column that a node needs, the node responds with 503, and nodes of the same release can’t start',
  async () => {
    const { url } = await openTestPostgres((await startTestPostgres()).url)
    const node = await testApp({ postgres: url, expectsErrors: true })
    const ada = await node.register()
    expect((await ada.send('POST', '/api/workouts', { body: workout })).status).toBe(201)
    await upgrade(url, contracted)
    for (const [method, path] of [
      ['POST', '/api/workouts'],
      ['GET', '/readyz'],
    ] as const) {
      const response = await ada.send(method, path, method === 'POST' ? { body: workout } : {})
      expect([path, response.status]).toEqual([path, 503])
      expect(response.text).toContain('must be updated')
    }
    const starting = openPostgres({ url, durable: false })
    expect(await rejectionOf(starting)).toBeInstanceOf(NewerDatabaseError)
    expect(await rejectionMessageOf(starting)).toContain('update Replog')
  },
)

test.skipIf(!hasPostgres)('a node says which migrations change a database that is not new', async () => {
  const server = await startTestPostgres()
  const name = `replog_${crypto.randomUUID().replaceAll('-', '')}`
  await administer(server.url, `create database ${name}`)
  const started: (readonly string[])[] = []
  const start = async (migrations: Migrations) => {
    const onMigrating = (pending: readonly string[]) => void started.push(pending)
    const { close } = await openServer({ url: urlOf(server.url, name), durable: false }, (db) =>
      migratePostgres(db, migrations, { onMigrating }),
    )
    await close()
  }
  for (const migrations of [postgresMigrations, postgresMigrations, contracted]) await start(migrations)
  expect(started).toEqual([['9001-mood', '9002-contract-exertion']])
})

test.skipIf(!hasPostgres)(
  'a release can’t start on a database to which another release has added different migrations',
  async () => {
    const { url } = await openTestPostgres((await startTestPostgres()).url)
    await upgrade(url, expanded)
    const other = { ...postgresMigrations, '9003-sleep': statement('create table "sleep" (id text)') }
    expect(await rejectionMessageOf(upgrade(url, other))).toContain('(it has 9001-mood): update Replog')
  },
)
