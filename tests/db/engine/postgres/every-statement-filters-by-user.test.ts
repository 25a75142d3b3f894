import { expect, test } from 'bun:test'
import { postgresOf } from '#db/engine/postgres/direct-of.ts'
import { everyOperation, prepare, sendPrepared } from '#tests/contract/world.ts'
import { useEverything } from '#tests/db/schema/use-everything.ts'
import { testApp } from '#tests/support/app.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { distinctStatementsOf, type PlannedStatement, plansOf } from '#tests/support/statements.ts'

/** Queries across all users, and why they can't contain a user id. */
const exceptions: readonly (readonly [text: string, reason: string])[] = [
  [
    'select "userId" from "emailAddresses" where "emailKey" = $1',
    'a login sends an address and no user id; this table is distributed by address',
  ],
  [
    'select "userId" from "refreshTokens" where "tokenHash" = $1',
    'a refresh token of an earlier release, or a forged one, contains no user id',
  ],
]

/** Tables shared by all users, which are reference tables on a Citus cluster. */
const referenceTables = ['catalogueExercises', 'catalogueMuscles', 'meta', 'migrations', 'rateLimits']
const isUserData = (table: string) => !referenceTables.includes(table) && !table.startsWith('pg_')

/** Limits rows to one user: by the user's id, or by an id in another row of the user. */
const ofOneUser = /"?userId"? = (\$\d+|\w+\."userId"|\w+\.id)\b/
const ofOneAccount = /\bid = (\$\d+|"?\w+"?\."userId")/

/** The tables that a statement reads or writes without limiting it to a user. */
function tablesWithoutUser({ text, scans }: PlannedStatement): string[] {
  const inserted = /^insert into "(\w+)" \(([^)]*)\)/.exec(text)
  const written =
    inserted?.[1] !== undefined && isUserData(inserted[1])
      ? [
          {
            table: inserted[1],
            hasUser: inserted[2]?.includes(inserted[1] === 'users' ? '"id"' : '"userId"'),
          },
        ]
      : []
  const read = scans
    .filter(({ table }) => isUserData(table))
    .map(({ table, conditions }) => ({
      table,
      hasUser: (table === 'users' ? ofOneAccount : ofOneUser).test(conditions),
    }))
  return [...written, ...read].filter(({ hasUser }) => !hasUser).map(({ table }) => table)
}

test.skipIf(!hasPostgres)('every key of user data begins with the user’s id', async () => {
  const { db } = await openTestPostgres((await startTestPostgres()).url)
  const result = await postgresOf(db)?.run(
    `select relname as "table", (select attname from pg_attribute where attrelid = pg_class.oid and attnum = indkey[0]) as "first"
     from pg_class left join pg_index on indrelid = pg_class.oid and indisprimary
     where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname not like 'migrations%'`,
    [],
  )
  const keys = Object.fromEntries((result?.rows ?? []).map((row) => Object.values(Object(row))))
  for (const table of referenceTables) delete keys[table]
  const { users, emailAddresses, ...userTables } = keys
  expect([users, emailAddresses]).toEqual(['id', 'emailKey'])
  expect(Object.keys(userTables).length).toBeGreaterThan(20)
  expect(Object.entries(userTables).filter(([, first]) => first !== 'userId')).toEqual([])
})

test.skipIf(!hasPostgres)(
  'every statement of every operation filters by user',
  async () => {
    const { url } = await openTestPostgres((await startTestPostgres()).url)
    const app = await testApp({ postgres: url })
    const ada = await app.register()
    const texts = await distinctStatementsOf(async () => {
      for (const operation of everyOperation) await sendPrepared(app, await prepare({ app, ada }, operation))
      await useEverything(app)
      await app.send('POST', '/api/auth/refresh', { body: { refreshToken: 'A'.repeat(43) } })
    })
    expect(texts.length).toBeGreaterThan(200)
    const violations = (await plansOf(url, texts)).flatMap((planned) => {
      const tables = tablesWithoutUser(planned)
      const isException = exceptions.some(([text]) => planned.text === text)
      return tables.length === 0 || isException ? [] : [{ tables, text: planned.text, scans: planned.scans }]
    })
    expect(violations).toEqual([])
    // An unused exception would hide the next violation.
    expect(exceptions.filter(([text]) => !texts.includes(text))).toEqual([])
  },
  180_000,
)
