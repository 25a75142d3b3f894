import { expect, test } from 'bun:test'
import { postgresOf } from '#db/engine/postgres/direct.ts'
import { directOf } from '#db/engine/sqlite/direct.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

/** Tables and columns in a common form: `table.column`, with `?` if it may be null. */
type Columns = readonly string[]

async function columnsOnServer(url: string): Promise<Columns> {
  const { db, close } = await openTestPostgres(url)
  try {
    const found = await postgresOf(db)?.run(
      `select table_name || '.' || column_name || case is_nullable when 'YES' then '?' else '' end as name
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = current_schema() and table_type = 'BASE TABLE'`,
      [],
    )
    return (found?.rows ?? []).map((row) => String(Reflect.get(Object(row), 'name')))
  } finally {
    await close()
  }
}

async function columnsOfFile(): Promise<Columns> {
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

const notOurs = /^(migrations|rateLimits)/

test.skipIf(!hasPostgres)('both engines have the same tables and columns', async () => {
  const { url } = await startTestPostgres()
  const [server, file] = [await columnsOnServer(url), await columnsOfFile()]
  const ours = (columns: Columns) => columns.filter((name) => !notOurs.test(name)).sort()
  expect(ours(file).length).toBeGreaterThan(100)
  expect(ours(server)).toEqual(ours(file))
})
