import { expect, test } from 'bun:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import { kyselyOf } from '#db/engine/kysely.ts'
import { openServer } from '#db/engine/postgres/open.ts'
import { NewerDatabaseError } from '#db/migrations/newer-database.ts'
import { postgresMigrations } from '#db/migrations/postgres/index.ts'
import { migratePostgres } from '#db/migrations/postgres/migrate.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import type { Db } from '#db/schema/index.ts'
import type { SavedWorkout } from '#db/workouts/rows.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionMessageOf, rejectionOf } from '#tests/support/rejection.ts'
import { expectPackedAsToday, insertBefore0024, workoutsOf } from '../workouts-before-0024.ts'

const earlierMigrations = Object.fromEntries(
  Object.entries(postgresMigrations).filter(([name]) => name < '0024'),
)

/** Opens a database whose workouts were saved by the release before 0024, and a way to open it with this release. */
async function openEarlier() {
  const server = await startTestPostgres()
  const name = `smaller_${crypto.randomUUID().replaceAll('-', '')}`
  await administer(server.url, `create database ${name}`)
  const url = urlOf(server.url, name)
  const start = () =>
    openServer({ url, durable: false }, (fresh) => migratePostgres(fresh, earlierMigrations))
  return { url, start, earlier: await start(), open: () => openPostgres({ url, durable: false }) }
}

/** Saves workouts as the previous release does. */
async function saveBefore0024({ db }: { readonly db: Db }, workouts: readonly SavedWorkout[]) {
  for (const saved of workouts) {
    await insertBefore0024(db, saved)
    const { userId, seq } = saved.workout
    await sql`update "users" set "seq" = ${seq} where "id" = ${userId}`.execute(kyselyOf(db))
  }
}

/** Resolves once another transaction waits for a lock on this table. */
async function waitingFor(table: string, { db }: { readonly db: Db }): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from pg_locks
      where relation = ${`"${table}"`}::regclass and not granted`.execute(kyselyOf(db))
    if (rows.length > 0) return
  }
}

test.skipIf(!hasPostgres)(
  'until the sets of all users are packed anew, a node of the previous release keeps reading and writing',
  async () => {
    const { earlier, url, open } = await openEarlier()
    const workouts = ['ada', 'bob', 'eve'].map((userId) => workoutsOf(userId, 20))
    const [ofAda = [], ofBob = [], ofEve = []] = workouts
    for (const userId of ['ada', 'bob', 'eve']) await insertUser(earlier.db, userId)
    await saveBefore0024(earlier, [...ofAda.slice(0, 15), ...ofBob, ...ofEve])

    // Locks the table as `pg_dump` does.
    const reader = new Client({ connectionString: url })
    await reader.connect()
    await reader.query('begin')
    await reader.query('lock table "packedWorkouts" in access share mode')
    const upgraded = open()
    await waitingFor('packedWorkouts', earlier)
    // They wait behind the migration until it gives way to them.
    const [, , read] = await Promise.all([
      saveBefore0024(earlier, ofAda.slice(15, 16)),
      sql`delete from "users" where "id" = 'eve'`.execute(kyselyOf(earlier.db)),
      sql`select sets from "packedWorkouts" where "userId" = 'bob'`.execute(kyselyOf(earlier.db)),
    ])
    expect(read.rows).toHaveLength(ofBob.length)
    await reader.query('commit')
    await reader.end()

    const node = await upgraded
    await expectPackedAsToday(node.db, [...ofAda.slice(0, 16), ...ofBob])
    for (const { close } of [node, earlier]) await close()
  },
  60_000,
)

test.skipIf(!hasPostgres)(
  'of two nodes that start at once, one packs every set as today, and nodes of the previous release stop',
  async () => {
    const { earlier, start, open } = await openEarlier()
    const workouts = ['ada', 'bob'].flatMap((userId) => workoutsOf(userId, 20))
    for (const userId of ['ada', 'bob']) await insertUser(earlier.db, userId)
    await saveBefore0024(earlier, workouts)

    const nodes = await Promise.all([open(), open()])
    for (const { db } of nodes) await expectPackedAsToday(db, workouts)

    const reading = sql`select sets from "packedWorkouts"`.execute(kyselyOf(earlier.db))
    expect(await rejectionMessageOf(reading)).toContain('this node must be updated')
    expect(await rejectionOf(start())).toBeInstanceOf(NewerDatabaseError)
    for (const { close } of [...nodes, earlier]) await close()
  },
)
