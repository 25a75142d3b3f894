import type { Database } from 'bun:sqlite'
import { postgresOf } from '#db/engine/postgres/direct.ts'
import { directOf } from '#db/engine/sqlite/direct.ts'
import type { Db } from '#db/schema/index.ts'

/** Columns that change with every request of a user, whatever it does. */
const ignored = new Set(['lastUsedAt'])

/** For tables that also contain shared rows: the condition for rows that belong to a user. */
const own: Readonly<Record<string, string>> = {
  catalogueExercises: 'false',
  catalogueMuscles: 'false',
}

type Rows = readonly (readonly [table: string, rows: readonly unknown[]])[]

/** All users' rows as text: if the text is the same, nothing was changed. */
export async function stateOf(db: Db): Promise<string> {
  const sqlite = directOf(db)?.sqlite
  return sqlite ? stateOfFile(sqlite) : textOf(await rowsOnServer(db))
}

function textOf(rows: Rows): string {
  return JSON.stringify(rows, (name, value) => (ignored.has(name) ? undefined : value))
}

/** How many rows were written since the database was opened, including those rolled back. */
function writesOf(sqlite: Database): number {
  return sqlite.query<{ writes: number }, []>('select total_changes() as writes').get()?.writes ?? 0
}

const last = new WeakMap<Database, { readonly writes: number; readonly state: string }>()

function stateOfFile(sqlite: Database): string {
  const writes = writesOf(sqlite)
  const known = last.get(sqlite)
  if (known?.writes === writes) return known.state
  const state = textOf(rowsOfFile(sqlite))
  last.set(sqlite, { writes, state })
  return state
}

function rowsOfFile(sqlite: Database): Rows {
  const tables = sqlite
    .query<{ name: string }, []>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`,
    )
    .all()
  return tables.map(
    ({ name }) => [name, sqlite.query(`select * from "${name}" where ${own[name] ?? '1'}`).all()] as const,
  )
}

async function rowsOnServer(db: Db): Promise<Rows> {
  const run = async (sql: string) => (await postgresOf(db)?.run(sql, []))?.rows ?? []
  const tables = await run(
    'select tablename as name from pg_tables where schemaname = current_schema() order by 1',
  )
  const rows: [string, unknown[]][] = []
  for (const table of tables) {
    const name = String(Reflect.get(Object(table), 'name'))
    const where = own[name] ?? 'true'
    // An update moves a row, and `lastUsedAt` must not decide the order.
    rows.push([
      name,
      (await run(`select * from "${name}" where ${where}`)).map((row) => textOf([[name, [row]]])).sort(),
    ])
  }
  return rows
}
