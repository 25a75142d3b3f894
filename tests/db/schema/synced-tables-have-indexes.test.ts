import { expect, test } from 'bun:test'
import { postgresOf } from '#db/engine/postgres/direct.ts'
import { directOf } from '#db/engine/sqlite/direct.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { expiringTables, syncedTableNames } from '#db/sync/tables.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

/** What pulls and housekeeping look rows up by. */
const needed = [
  ...syncedTableNames.map((table) => `${table} userId,seq`),
  ...expiringTables.map((table) => `${table} deletedAt`),
].sort()

/** The needed indexes among all: each a table and its columns in order, of which the first ones count. */
function neededAmong(indexes: readonly string[]): string[] {
  return needed.filter((one) => indexes.some((index) => index === one || index.startsWith(`${one},`)))
}

test('every synced table has an index by user and seq, and one by deletion if tombstones expire', async () => {
  const { db, close } = await openDatabase({ file: ':memory:' })
  const rows = directOf(db)
    ?.sqlite.query<{ name: string }, []>(
      `select tables.name || ' ' || (select group_concat(name) from pragma_index_info(indexes.name)) as name
       from sqlite_schema as tables, pragma_index_list(tables.name) as indexes where tables.type = 'table'`,
    )
    .all()
  await close()
  expect(neededAmong((rows ?? []).map(({ name }) => name))).toEqual(needed)
})

test.skipIf(!hasPostgres)('the same on PostgreSQL', async () => {
  const { url } = await startTestPostgres()
  const { db, close } = await openTestPostgres(url)
  const found = await postgresOf(db)?.run(
    `select tablename || ' ' || replace(substring(indexdef from '\\(([^)]*)\\)'), '"', '') as name
     from pg_indexes where schemaname = current_schema()`,
    [],
  )
  await close()
  const indexes = (found?.rows ?? []).map((row) =>
    String(Reflect.get(Object(row), 'name')).replaceAll(', ', ','),
  )
  expect(neededAmong(indexes)).toEqual(needed)
})
