import { expect, test } from 'bun:test'
import { sql } from 'kysely'
import { deleteUser } from '#db/accounts/users.ts'
import { kyselyOf } from '#db/engine/kysely.ts'
import { openServer } from '#db/engine/postgres/open.ts'
import { transact, transactAccounts } from '#db/engine/transact.ts'
import type { TablesWithSets } from '#db/migrations/earlier-workouts.ts'
import { postgresMigrations } from '#db/migrations/postgres/index.ts'
import { migratePostgres } from '#db/migrations/postgres/migrate.ts'
import type { Db } from '#db/schema/index.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

const earlierMigrations = Object.fromEntries(
  Object.entries(postgresMigrations).filter(([name]) => name < '0023'),
)

/** With the schema in their names, because today's tables have the same names and other types. */
type TablesBefore0024 = {
  'public.packedWorkouts': TablesWithSets['packedWorkouts']
  'public.performedExercises': TablesWithSets['performedExercises']
}

/** Inserts the packed rows of a workout. */
async function insertPacked(db: Db, userId: string): Promise<void> {
  const key = { userId, startedAt: 0, workoutId: `of ${userId}` }
  const sets = new Uint8Array()
  await transact(db, userId, async (transaction) => {
    const tx = transaction.withTables<TablesBefore0024>()
    const packed = { ...key, endedAt: null, timeZone: 'UTC', localStartedAt: 0, bodyweightGrams: null }
    await tx
      .insertInto('public.packedWorkouts')
      .values({ ...packed, phase: null, overreached: null, trained: 1, sets })
      .execute()
    await tx
      .insertInto('public.performedExercises')
      .values({ ...key, exerciseId: 'squat', setCount: 1, sets })
      .execute()
  })
}

async function ownersOfPacked(db: Db): Promise<string[]> {
  const packed = await db.selectFrom('packedWorkouts').select('userId').orderBy('userId').execute()
  const performed = await db.selectFrom('performedExercises').select('userId').orderBy('userId').execute()
  expect(performed).toEqual(packed)
  return packed.map(({ userId }) => userId)
}

test.skipIf(!hasPostgres)(
  'packed workouts are deleted with their user, even by nodes of the previous release during the upgrade',
  async () => {
    const server = await startTestPostgres()
    await administer(server.url, 'create database cheaper')
    const url = urlOf(server.url, 'cheaper')
    const { db, close } = await openServer({ url, durable: false }, (fresh) =>
      migratePostgres(fresh, earlierMigrations),
    )
    for (const id of ['ada', 'bob', 'eve']) {
      await insertUser(db, id)
      await insertPacked(db, id)
    }
    await migratePostgres(db)
    expect(await ownersOfPacked(db)).toEqual(['ada', 'bob', 'eve'])
    await sql`delete from "users" where "id" = 'ada'`.execute(kyselyOf(db))
    expect(await ownersOfPacked(db)).toEqual(['bob', 'eve'])
    // As on a cluster, which has no triggers.
    await sql`drop trigger "deleted" on "users"`.execute(kyselyOf(db))
    await transactAccounts(db, (tx) => deleteUser(tx, 'bob', () => true))
    expect(await ownersOfPacked(db)).toEqual(['eve'])
    await close()
  },
)
