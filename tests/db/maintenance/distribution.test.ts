import { expect, test } from 'bun:test'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { postgresOf } from '#db/engine/postgres/direct-of.ts'
import { distribution } from '#db/maintenance/distribution.ts'
import type { Db } from '#db/schema/index.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

/** Tables that exist only on the coordinator. */
const coordinatorTables = ['migrations', 'migrationsLock']

/** Constraints that only a single server can enforce. `bun run shard` removes them. */
const singleServerConstraints = ['users_emailKey_key', 'emailAddressesUser']

async function rowsOf(db: Db, sql: string): Promise<Record<string, unknown>[]> {
  return ((await postgresOf(db)?.run(sql, []))?.rows ?? []).map((row) => Object(row))
}

async function openDb(): Promise<Db> {
  return (await openTestPostgres((await startTestPostgres()).url)).db
}

const columnOf = (table: unknown) => {
  const placement = distribution.get(String(table))
  return typeof placement === 'object' ? placement.by : undefined
}

test.skipIf(!hasPostgres)(
  'every table is distributed by one of its columns or is on every server',
  async () => {
    const db = await openDb()
    const tables = await rowsOf(
      db,
      `select relname as "name", array_to_json(array(select attname from pg_attribute where attrelid = pg_class.oid))::text as "columns"
     from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace`,
    )
    const names = tables.map(({ name }) => String(name))
    expect(names.toSorted()).toEqual([...distribution.keys(), ...coordinatorTables].sort())
    for (const { name, columns } of tables) {
      const column = columnOf(name)
      if (column !== undefined)
        expect([name, JSON.parse(String(columns))]).toEqual([name, expect.arrayContaining([column])])
    }
  },
)

test.skipIf(!hasPostgres)(
  'every unique index of a distributed table contains the distribution column',
  async () => {
    const db = await openDb()
    const indexes = await rowsOf(
      db,
      `select tables.relname as "table", indexes.relname as "index", pg_get_indexdef(indexrelid) as "text"
     from pg_index join pg_class as tables on tables.oid = indrelid join pg_class as indexes on indexes.oid = indexrelid
     where indisunique and tables.relnamespace = current_schema()::regnamespace`,
    )
    const spanning = indexes.filter(({ table, text }) => {
      const column = columnOf(table)
      return column !== undefined && !new RegExp(`[( ]"?${column}"?[,)]`).test(String(text))
    })
    expect(
      spanning.map(({ index }) => index).filter((name) => !singleServerConstraints.includes(String(name))),
    ).toEqual([])
    expect(indexes.length).toBeGreaterThan(25)
  },
)

test.skipIf(!hasPostgres)('no foreign key spans servers', async () => {
  const db = await openDb()
  const keys = await rowsOf(
    db,
    `select conname as "name", tables.relname as "table", others.relname as "other",
       (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as "from",
       (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[1]) as "to"
     from pg_constraint join pg_class as tables on tables.oid = conrelid join pg_class as others on others.oid = confrelid
     where contype = 'f' and connamespace = current_schema()::regnamespace`,
  )
  const isLocal = ({ table, other, from, to }: Record<string, unknown>) =>
    columnOf(table) === undefined
      ? columnOf(other) === undefined
      : columnOf(table) === from && columnOf(other) === to && from !== 'emailKey'
  const spanning = keys.filter((key) => !isLocal(key)).map(({ name }) => name)
  expect(spanning.filter((name) => !singleServerConstraints.includes(String(name)))).toEqual([])
  expect(keys.length).toBeGreaterThan(20)
})

const migrations = resolve(import.meta.dir, '../../../src/db/migrations/postgres')

test('no migration after 0020 adds a column together with a constraint, which a cluster rejects', () => {
  const later = readdirSync(migrations, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /^\d{4}/.test(name) && name > '0020' && name.endsWith('.ts'),
  )
  const columnWithConstraint = /add column[^`]*\b(check|references|unique|primary key)\b/
  const texts = later.map((name) => [name, readFileSync(join(migrations, name), 'utf8')] as const)
  expect(texts.filter(([, text]) => columnWithConstraint.test(text)).map(([name]) => name)).toEqual([])
  expect(texts.length).toBeGreaterThan(0)
})
