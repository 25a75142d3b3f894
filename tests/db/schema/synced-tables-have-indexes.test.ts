import { expect, test } from 'bun:test'
import { postgresOf } from '#db/engine/postgres/direct-of.ts'
import { directOf } from '#db/engine/sqlite/direct.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { expiringTables, syncedTableNames } from '#db/sync/tables.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

/** The tables and columns by which pulls and housekeeping find rows. */
const requiredIndexes = [
  ...syncedTableNames.map((table) => `${table} userId,seq`),
  ...expiringTables.map((table) => `${table} deletedAt`),
].sort()

/** The required indexes that exist. An index on more columns counts if it begins with the required ones. */
function requiredAmong(indexes: readonly string[]): string[] {
  return requiredIndexes.filter((columns) =>
    indexes.some((index) => index === columns || index.startsWith(`${columns},`)),
  )
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
  expect(requiredAmong((rows ?? []).map(({ name }) => name))).toEqual(requiredIndexes)
})

test.skipIf(!hasPostgres)('every synced table has the same indexes on PostgreSQL', async () => {
  const { url } = await startTestPostgres()
  const { db, close } = await openTestPostgres(url)
  const result = await postgresOf(db)?.run(
    `select tablename || ' ' || replace(substring(indexdef from '\\(([^)]*)\\)'), '"', '') as name
     from pg_indexes where schemaname = current_schema()`,
    [],
  )
  await close()
  const indexes = (result?.rows ?? []).map((row) =>
    String(Reflect.get(Object(row), 'name')).replaceAll(', ', ','),
  )
  expect(requiredAmong(indexes)).toEqual(requiredIndexes)
})
