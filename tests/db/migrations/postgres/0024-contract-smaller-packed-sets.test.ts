import { expect, test } from 'bun:test'
import { sql } from 'kysely'
import { kyselyOf } from '#db/engine/kysely.ts'
import { openServer } from '#db/engine/postgres/open.ts'
import { NewerDatabaseError } from '#db/migrations/newer-database.ts'
import { postgresMigrations } from '#db/migrations/postgres/index.ts'
import { migratePostgres } from '#db/migrations/postgres/migrate.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionMessageOf, rejectionOf } from '#tests/support/rejection.ts'
import { expectPackedAsToday, insertBefore0024, workoutsOf } from '../workouts-before-0024.ts'

const earlierMigrations = Object.fromEntries(
  Object.entries(postgresMigrations).filter(([name]) => name < '0024'),
)

test.skipIf(!hasPostgres)(
  'of two nodes that start at once, one packs every set as today, and nodes of the previous release stop',
  async () => {
    const server = await startTestPostgres()
    await administer(server.url, 'create database smaller')
    const url = urlOf(server.url, 'smaller')
    const openEarlier = () =>
      openServer({ url, durable: false }, (fresh) => migratePostgres(fresh, earlierMigrations))
    const earlier = await openEarlier()
    const workouts = ['ada', 'bob'].flatMap((userId) => workoutsOf(userId, 20))
    for (const userId of ['ada', 'bob']) await insertUser(earlier.db, userId)
    for (const workout of workouts) await insertBefore0024(earlier.db, workout)

    const open = () => openPostgres({ url, durable: false })
    const nodes = await Promise.all([open(), open()])
    for (const { db } of nodes) await expectPackedAsToday(db, workouts)

    const reading = sql`select sets from "packedWorkouts"`.execute(kyselyOf(earlier.db))
    expect(await rejectionMessageOf(reading)).toContain('this node must be updated')
    expect(await rejectionOf(openEarlier())).toBeInstanceOf(NewerDatabaseError)
    for (const { close } of [...nodes, earlier]) await close()
  },
)
