import { expect, test } from 'bun:test'
import { postgresOf } from '#db/engine/postgres/direct-of.ts'
import { directOf } from '#db/engine/sqlite/direct.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

/** Columns as `table.column`, with `?` if the column may be null. */
type Columns = readonly string[]

async function postgresColumns(url: string): Promise<Columns> {
  const { db, close } = await openTestPostgres(url)
  try {
    const result = await postgresOf(db)?.run(
      `select table_name || '.' || column_name || case is_nullable when 'YES' then '?' else '' end as name
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = current_schema() and table_type = 'BASE TABLE'`,
      [],
    )
    return (result?.rows ?? []).map((row) => String(Reflect.get(Object(row), 'name')))
  } finally {
    await close()
  }
}

async function sqliteColumns(): Promise<Columns> {
  const { db, close } = await openDatabase({ file: ':memory:' })
  try {
    const rows = directOf(db)
      ?.sqlite.query<{ name: string }, []>(
        `select tables.name || '.' || columns.name || iif(columns."notnull", '', '?') as name
         from sqlite_schema as tables, pragma_table_info(tables.name) as columns
         where tables.type = 'table' and tables.name not like 'sqlite_%'`,
      )
      .all()
    return (rows ?? []).map(({ name }) => name)
  } finally {
    await close()
  }
}

/** Kysely's tables, and a table that is needed only by several nodes on one database. */
const notShared = /^(migrations|rateLimits)/

test.skipIf(!hasPostgres)('both engines have the same tables and columns', async () => {
  const { url } = await startTestPostgres()
  const [postgres, sqlite] = [await postgresColumns(url), await sqliteColumns()]
  const shared = (columns: Columns) => columns.filter((name) => !notShared.test(name)).sort()
  expect(shared(sqlite).length).toBeGreaterThan(100)
  expect(shared(postgres)).toEqual(shared(sqlite))
})
