import { expect, test } from 'bun:test'
import { Client } from 'pg'
import { documentTables } from '#db/sync/tables.ts'
import { everyOperation, prepare, sendPrepared } from '#tests/contract/world.ts'
import { useEverything } from '#tests/db/schema/use-everything.ts'
import { testApp } from '#tests/support/app.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { distinctStatementsOf, type PlannedStatement, plansOf } from '#tests/support/statements.ts'

/** Tables that are small regardless of the number of users. */
const smallTables = ['catalogueExercises', 'catalogueMuscles', 'meta', 'migrations', 'rateLimits']
const isSmall = (table: string) => smallTables.includes(table) || table.startsWith('pg_')

/** The number of users, and the number of workouts, measurements and so on of each user. */
const [users, rowsPerUser] = [3000, 4]

/** Statements that insert rows for many users. */
const fill = [
  `insert into "users" ("id", "email", "emailKey", "passwordHash", "unit", "distanceUnit", "timeZone", "dayStartHour",
    "weekStart", "seq", "revision", "createdAt", "updatedAt")
   select 'user' || u, u || '@example.com', u || '@example.com', '', 'kg', 'km', 'UTC', 4, 'monday', 20, 1, 0, 0
   from generate_series(1, ${users}) u`,
  `insert into "sessions" ("userId", "id", "createdAt", "lastUsedAt", "expiresAt")
   select 'user' || u, 'session' || u, 0, 0, 9e12 from generate_series(1, ${users}) u`,
  `create temporary table made as select 'user' || u as u, u as nth, 'row' || n as id, n
   from generate_series(1, ${users}) u, generate_series(1, ${rowsPerUser}) n`,
  ...Object.entries({
    refreshTokens: ['sha256((u || id)::bytea)', 'u', `'session' || nth`, '0', '9e12', 'null'],
    knownNetworks: ['u', 'sha256((u || id)::bytea)', '0'],
    workouts: [
      ['u', 'id', "''", 'n', 'null', "'UTC'", 'n', 'null', 'null', 'null'],
      ['1', '0', '0', 'null', 'n', '1', '1', '1', '1', '0', `'{"exercises":[]}'`],
    ].flat(),
    packedWorkouts: ['u', 'id', 'n', 'null', "'UTC'", 'n', 'null', '1', "''"],
    performedExercises: ['u', "'pull-up'", 'n', 'id', '1', "''"],
    memoryCheckpoints: ['u', 'n', 'id', '1', 'n', "''", "''"],
    workoutRevisions: ['u', 'id', '1', '0', "'replaced'", "''"],
    measurements: ['u', 'id', "'bodyweight'", '80', "'kg'", '80000', 'n', 'null', '1', '0', '0', 'null', 'n'],
    ...Object.fromEntries(
      documentTables.map((table) => [table, ['u', 'id', "'{}'", '1', '0', '0', 'null', 'n']] as const),
    ),
    programRevisions: ['u', 'id', '1', '0', "'{}'"],
    progressions: ['u', 'id', "'{}'", '0', '1', 'n'],
    soreness: ['u', 'n', "'quads'", '5', 'n'],
    imports: ['u', 'id', "'pending'", 'n', 'null', 'null', "'UTC'", 'null', "''", "''"],
    importItems: ['u', "'workout'", 'id', 'id', 'null', '1'],
    exerciseNameMappings: ['u', 'id', 'id'],
    appliedMutations: ['u', 'id', 'sha256(id::bytea)', '1', '0'],
    idempotencyKeys: ['u', 'id', "''", "''", '200', "''", 'null', '0'],
    customExercises: [
      ['u', 'id', 'id', 'id', "'[]'", "'push'", 'null', 'null', 'null', "'other'", 'null'],
      ["'reps'", '0', '0', '0', "'[]'", "'[]'", '1', '0', '0', 'null', 'n'],
    ].flat(),
    customMuscles: ['u', 'id', "'chest'", '90'],
  }).map(([table, values]) => `insert into "${table}" select ${values.join()} from made`),
  `insert into "emailAddresses" select "emailKey", "id" from "users" where "passwordHash" = ''`,
  `insert into "passwordResets" select u, sha256(u::bytea), 0 from made where n = 1`,
  `insert into "landmarks" select u, '[]', 1, 1 from made where n = 1`,
  'drop table made',
]

/** Reads of users' rows without an index that begins with the user. */
function slowScans({ text, scans }: PlannedStatement) {
  return scans
    .filter(({ table, index }) => !isSmall(table) && !/"?(userId|emailKey|id|tokenHash)"? = /.test(index))
    .map(({ table, kind, index }) => ({ table, kind, index, text }))
}

test.skipIf(!hasPostgres)(
  "every statement finds a user's rows by an index, whatever PostgreSQL's statistics are",
  async () => {
    const { url: server } = await startTestPostgres({ settings: ['autovacuum=off'] })
    const { url } = await openTestPostgres(server)
    const app = await testApp({ postgres: url })
    const ada = await app.register()
    const texts = await distinctStatementsOf(async () => {
      for (const operation of everyOperation) await sendPrepared(app, await prepare({ app, ada }, operation))
      await useEverything(app)
    })
    const client = new Client({ connectionString: url })
    await client.connect()
    // Disables foreign key checks, which would take most of the time.
    await client.query('set session_replication_role = replica')
    const slowScansOfAll = async () => (await plansOf(url, texts)).flatMap(slowScans)

    for (const statement of fill) await client.query(statement)
    expect({ neverAnalyzed: await slowScansOfAll() }).toEqual({ neverAnalyzed: [] })

    // Cascades to the other tables of user data.
    await client.query('truncate "users", "packedWorkouts", "performedExercises" cascade')
    await client.query('analyze')
    for (const statement of fill) await client.query(statement)
    expect({ analyzedWhenEmpty: await slowScansOfAll() }).toEqual({ analyzedWhenEmpty: [] })

    await client.query('analyze')
    expect({ analyzed: await slowScansOfAll() }).toEqual({ analyzed: [] })
    await client.end()
  },
  240_000,
)
