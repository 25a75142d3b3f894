import type { Database } from 'bun:sqlite'
import { postgresOf } from '#db/engine/postgres/direct-of.ts'
import { directOf } from '#db/engine/sqlite/direct.ts'
import type { Db } from '#db/schema/index.ts'

/** Columns that every request of a user changes. */
const ignoredColumns = new Set(['lastUsedAt'])

/** The condition for rows of users, in tables that contain other rows. */
const userRowsCondition: Readonly<Record<string, string>> = {
  catalogueExercises: 'false',
  catalogueMuscles: 'false',
}

type Rows = readonly (readonly [table: string, rows: readonly unknown[]])[]

/** All rows of users, as text. If the text is the same as before, nothing was changed. */
export async function stateOf(db: Db): Promise<string> {
  const sqlite = directOf(db)?.sqlite
  return sqlite ? stateOfSqlite(sqlite) : textOf(await rowsOfPostgres(db))
}

function textOf(rows: Rows): string {
  return JSON.stringify(rows, (name, value) => (ignoredColumns.has(name) ? undefined : value))
}

/** The number of rows written since the database was opened, including rows that were rolled back. */
function writesOf(sqlite: Database): number {
  return sqlite.query<{ writes: number }, []>('select total_changes() as writes').get()?.writes ?? 0
}

const lastStates = new WeakMap<Database, { readonly writes: number; readonly state: string }>()

function stateOfSqlite(sqlite: Database): string {
  const writes = writesOf(sqlite)
  const lastState = lastStates.get(sqlite)
  if (lastState?.writes === writes) return lastState.state
  const state = textOf(rowsOfSqlite(sqlite))
  lastStates.set(sqlite, { writes, state })
  return state
}

function rowsOfSqlite(sqlite: Database): Rows {
  const tables = sqlite
    .query<{ name: string }, []>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`,
    )
    .all()
  return tables.map(
    ({ name }) =>
      [name, sqlite.query(`select * from "${name}" where ${userRowsCondition[name] ?? '1'}`).all()] as const,
  )
}

async function rowsOfPostgres(db: Db): Promise<Rows> {
  const run = async (sql: string) => (await postgresOf(db)?.run(sql, []))?.rows ?? []
  const tables = await run(
    'select tablename as name from pg_tables where schemaname = current_schema() order by 1',
  )
  const rows: [string, unknown[]][] = []
  for (const table of tables) {
    const name = String(Reflect.get(Object(table), 'name'))
    const where = userRowsCondition[name] ?? 'true'
    // Sorted, because an update moves a row; without `lastUsedAt`, which would change the order.
    rows.push([
      name,
      (await run(`select * from "${name}" where ${where}`)).map((row) => textOf([[name, [row]]])).sort(),
    ])
  }
  return rows
}
