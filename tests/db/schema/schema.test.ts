import type { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { sql } from 'kysely'
import { toJson } from '#db/engine/json.ts'
import { kyselyOf } from '#db/engine/kysely.ts'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import type { Db } from '#db/schema/index.ts'
import { documentTables } from '#db/sync/tables.ts'
import { insertUser, openTestDatabase } from '#tests/db/fixture.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'

const workoutId = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'

async function insertWorkout(db: Db, userId: string): Promise<void> {
  const row = {
    userId,
    id: workoutId,
    searchText: '',
    startedAt: 10,
    timeZone: 'UTC',
    localStartedAt: 10,
    revision: 1,
    createdAt: 0,
    updatedAt: 0,
    seq: 1,
  }
  const content = toJson({ id: workoutId, startedAt: '', timeZone: 'UTC', exercises: [] })
  await kyselyOf(db)
    .insertInto('workouts')
    .values({ ...row, content })
    .execute()
}

test('a workout without content is rejected, unless it is deleted', async () => {
  const { db } = await openTestDatabase()
  await insertWorkout(db, await insertUser(db))
  const removeContent = (deletedAt: number | null) =>
    kyselyOf(db).updateTable('workouts').set({ content: null, deletedAt }).execute()
  expect(await rejectionMessageOf(removeContent(null))).toContain('constraint failed')
  await removeContent(10)
})

test('a workout that ends before it starts is rejected', async () => {
  const { db } = await openTestDatabase()
  await insertWorkout(db, await insertUser(db))
  const update = kyselyOf(db).updateTable('workouts').set({ endedAt: 9 }).execute()
  expect(await rejectionMessageOf(update)).toContain('workoutsEndAfterStart')
})

test('deleting a user deletes all rows of that user, and none of others', async () => {
  const { db, sqlite } = await openTestDatabase()
  for (const id of ['a', 'b']) {
    const userId = await insertUser(db, id)
    await insertWorkout(db, userId)
    await fill(db, userId)
  }
  const tables = userTables(sqlite)
  expect(tables.length).toBeGreaterThanOrEqual(9)
  for (const table of tables) expect([table, owners(sqlite, table)]).toEqual([table, ['a', 'b']])
  await kyselyOf(db).deleteFrom('users').where('id', '=', 'a').execute()
  for (const table of tables) expect([table, owners(sqlite, table)]).toEqual([table, ['b']])
})

test('every key of user data begins with the user’s id', async () => {
  const { sqlite } = await openTestDatabase()
  for (const table of userTables(sqlite).filter((name) => name !== 'emailAddresses')) {
    const key = runSql(sqlite, 'select name from pragma_table_info(?) where pk > 0 order by pk', table).flat()
    expect([table, key[0]]).toEqual([table, 'userId'])
  }
})

test('every table is strict, except those of migrations', async () => {
  const { sqlite } = await openTestDatabase()
  const notStrict = runSql(
    sqlite,
    "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0",
  )
  const names = notStrict.flat().filter((name) => !String(name).startsWith('sqlite_'))
  expect(names.sort()).toEqual(['migrations', 'migrationsLock'])
})

test('lists ordered by time use the order of an index', async () => {
  const { sqlite } = await openTestDatabase()
  const workouts =
    "select * from workouts where userId = 'a' and deletedAt is null order by startedAt desc, id desc limit 50"
  const weights =
    "select canonical from measurements where userId = 'a' and kind = 'bodyweight' and deletedAt is null and measuredAt <= 5 order by measuredAt desc limit 1"
  expect(plan(sqlite, workouts)).toEqual([expect.stringContaining('USING INDEX workoutsByStart')])
  expect(plan(sqlite, weights)).toEqual([expect.stringContaining('USING COVERING INDEX measurementsByKind')])
})

const plan = (sqlite: Database, query: string) =>
  runSql(sqlite, `explain query plan ${query}`).map((row) => row[3])

const owners = (sqlite: Database, table: string) =>
  runSql(sqlite, `select distinct userId from "${table}" order by userId`).flat()

const userTables = (sqlite: Database) =>
  runSql(
    sqlite,
    `select t.name from pragma_table_list t join pragma_table_info(t.name) c
     where t.schema = 'main' and t.type = 'table' and c.name = 'userId' order by t.name`,
  ).map((row) => String(row[0]))

/** Inserts a row into each table of user data, except `workouts`. */
async function fill(db: Db, userId: string): Promise<void> {
  await sql`insert into emailAddresses values (${`${userId}@example.com`}, ${userId})`.execute(kyselyOf(db))
  await sql`insert into memoryCheckpoints (userId, startedAt, workoutId, workouts, seq, context, content)
    values (${userId}, 1, 'w', 1, 1, '', x'00')`.execute(kyselyOf(db))
  const times = sql`0, 0`
  await sql`insert into packedWorkouts (userId, workoutId, startedAt, timeZone, localStartedAt, trained, packedSets)
    select userId, id, startedAt, timeZone, localStartedAt, 1, x'' from workouts where userId = ${userId}`.execute(
    kyselyOf(db),
  )
  await sql`insert into performedExercises values (${userId}, 'plank', 10, ${workoutId}, 1, x'')`.execute(
    kyselyOf(db),
  )
  await sql`insert into sessions (userId, id, createdAt, lastUsedAt, expiresAt) values (${userId}, ${userId}, ${times}, 0)`.execute(
    kyselyOf(db),
  )
  await sql`insert into refreshTokens (tokenHash, userId, sessionId, createdAt, expiresAt)
    values (randomblob(32), ${userId}, ${userId}, ${times})`.execute(kyselyOf(db))
  await sql`insert into passwordResets values (${userId}, randomblob(32), 0)`.execute(kyselyOf(db))
  await sql`insert into knownNetworks values (${userId}, randomblob(32), 0)`.execute(kyselyOf(db))
  await sql`insert into customExercises (userId, id, name, nameKey, aliases, category, equipment, tracking, unilateral, perHand,
    cues, engagement, revision, createdAt, updatedAt, seq)
    values (${userId}, 'mine', 'Mine', 'mine', '[]', 'push', 'other', 'reps', 0, 0, '[]', '[]', 1, ${times}, 1)`.execute(
    kyselyOf(db),
  )
  await sql`insert into customMuscles values (${userId}, 'mine', 'chest', 90)`.execute(kyselyOf(db))
  await sql`insert into workoutRevisions values (${userId}, ${workoutId}, 1, 0, 'replaced', x'00')`.execute(
    kyselyOf(db),
  )
  await sql`insert into measurements (userId, id, kind, value, unit, canonical, measuredAt, revision, createdAt, updatedAt, seq)
    values (${userId}, 'm', 'bodyweight', 80, 'kg', 80000, 0, 1, ${times}, 1)`.execute(kyselyOf(db))
  for (const table of documentTables) {
    await sql`insert into ${sql.table(table)} values (${userId}, 'p', '{}', 1, ${times}, null, 1)`.execute(
      kyselyOf(db),
    )
  }
  await sql`insert into programRevisions values (${userId}, 'p', 1, 0, '{}')`.execute(kyselyOf(db))
  await sql`insert into progressions values (${userId}, 'barbell-bench-press', null, 0, 1, 1)`.execute(
    kyselyOf(db),
  )
  await sql`insert into soreness values (${userId}, 0, 'quads', 5, 1)`.execute(kyselyOf(db))
  await sql`insert into landmarks values (${userId}, '[]', 1, 1)`.execute(kyselyOf(db))
  await sql`insert into appliedMutations values (${userId}, 'm', randomblob(32), 1, 0)`.execute(kyselyOf(db))
  await sql`insert into idempotencyKeys values (${userId}, 'k', 'f', 'createWorkout', 201, '{}', null, 0)`.execute(
    kyselyOf(db),
  )
  const id = crypto.randomUUID()
  await kyselyOf(db)
    .insertInto('imports')
    .values({
      userId,
      id,
      status: 'committed',
      createdAt: 1,
      committedAt: 2,
      timeZone: 'UTC',
      report: new Uint8Array(1),
    })
    .execute()
  await kyselyOf(db)
    .insertInto('importItems')
    .values({ userId, kind: 'workout', id: 'w', importId: id, fingerprint: null, revision: 1 })
    .execute()
  await kyselyOf(db)
    .insertInto('exerciseNameMappings')
    .values({ userId, nameKey: 'bench', exerciseId: 'x' })
    .execute()
}
