import { expect, test } from 'bun:test'
import { postgresOf } from '#db/engine/postgres/direct.ts'
import { everyOperation, prepare, sendPrepared } from '#tests/contract/world.ts'
import { useEverything } from '#tests/db/schema/use-everything.ts'
import { testApp } from '#tests/support/app.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { type Planned, plansOf, statementsOf } from '#tests/support/statements.ts'

/** Queries across all users, and why they can't contain a user id. */
const exceptions: readonly (readonly [text: string, reason: string])[] = [
  [
    'select "userId" from "emailAddresses" where "emailKey" = $1',
    'whoever logs in says an address and no id: addresses are distributed by themselves',
  ],
  [
    'select "userId" from "refreshTokens" where "tokenHash" = $1',
    "a token of an earlier release, or a forged one, doesn't say whose it is",
  ],
]

/** Shared tables, which are reference tables if users' data is distributed. */
const referenceTables = ['catalogueExercises', 'catalogueMuscles', 'meta', 'migrations', 'rateLimits']

/** Rows of one user, selected by the user's id or by the id of such a row. */
const ofOneUser = /"?userId"? = (\$\d+|\w+\."userId"|\w+\.id)\b/
const ofOneAccount = /\bid = (\$\d+|"?\w+"?\."userId")/

/** The parts of a statement that aren't limited to a user. */
function withoutUser({ text, scans }: Planned): string[] {
  const inserted = /^insert into "(\w+)" \(([^)]*)\)/.exec(text)
  const written =
    inserted?.[1] !== undefined && !referenceTables.includes(inserted[1])
      ? [{ table: inserted[1], named: inserted[2]?.includes(inserted[1] === 'users' ? '"id"' : '"userId"') }]
      : []
  const read = scans
    .filter(({ table }) => !referenceTables.includes(table))
    .map(({ table, conditions }) => ({
      table,
      named: (table === 'users' ? ofOneAccount : ofOneUser).test(conditions),
    }))
  return [...written, ...read].filter(({ named }) => !named).map(({ table }) => table)
}

test.skipIf(!hasPostgres)('every key of user data begins with the user', async () => {
  const { db } = await openTestPostgres((await startTestPostgres()).url)
  const found = await postgresOf(db)?.run(
    `select relname as "table", (select attname from pg_attribute where attrelid = pg_class.oid and attnum = indkey[0]) as "first"
     from pg_class left join pg_index on indrelid = pg_class.oid and indisprimary
     where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname not like 'migrations%'`,
    [],
  )
  const keys = Object.fromEntries((found?.rows ?? []).map((row) => Object.values(Object(row))))
  for (const table of referenceTables) delete keys[table]
  const { users, emailAddresses, ...owned } = keys
  expect([users, emailAddresses]).toEqual(['id', 'emailKey'])
  expect(Object.keys(owned).length).toBeGreaterThan(20)
  expect(Object.entries(owned).filter(([, first]) => first !== 'userId')).toEqual([])
})

test.skipIf(!hasPostgres)(
  'every statement of every operation filters by user',
  async () => {
    const { url } = await openTestPostgres((await startTestPostgres()).url)
    const app = await testApp({ postgres: url })
    const ada = await app.register()
    const texts = await statementsOf(async () => {
      for (const operation of everyOperation) await sendPrepared(app, await prepare({ app, ada }, operation))
      await useEverything(app)
      await app.send('POST', '/api/auth/refresh', { body: { refreshToken: 'A'.repeat(43) } })
    })
    expect(texts.length).toBeGreaterThan(200)
    const faults = (await plansOf(url, texts)).flatMap((planned) => {
      const tables = withoutUser(planned)
      const known = exceptions.some(([text]) => planned.text === text)
      return tables.length === 0 || known ? [] : [{ tables, text: planned.text, scans: planned.scans }]
    })
    expect(faults).toEqual([])
    // An unused exception would hide the next violation.
    expect(exceptions.filter(([text]) => !texts.includes(text))).toEqual([])
  },
  180_000,
)
