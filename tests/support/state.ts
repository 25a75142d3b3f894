import type { Database } from 'bun:sqlite'

/** Columns that change with every request of a user, whatever it does. */
const ignored = new Set(['lastUsedAt'])

/** For tables that also contain shared rows: the condition for rows that belong to a user. */
const own: Readonly<Record<string, string>> = {
  exercises: '"userId" is not null',
  exerciseMuscles: '"exerciseKey" in (select key from exercises where "userId" is not null)',
}

/** How many rows were written since the database was opened, including those rolled back. */
function writesOf(sqlite: Database): number {
  return sqlite.query<{ writes: number }, []>('select total_changes() as writes').get()?.writes ?? 0
}

const last = new WeakMap<Database, { readonly writes: number; readonly state: string }>()

/** All users' rows as text: if the text is the same, nothing was changed. */
export function stateOf(sqlite: Database): string {
  const writes = writesOf(sqlite)
  const known = last.get(sqlite)
  if (known?.writes === writes) return known.state
  const state = read(sqlite)
  last.set(sqlite, { writes, state })
  return state
}

function read(sqlite: Database): string {
  const tables = sqlite
    .query<{ name: string }, []>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`,
    )
    .all()
  const rows = tables.map(({ name }) => [
    name,
    sqlite.query(`select * from "${name}" where ${own[name] ?? '1'}`).all(),
  ])
  return JSON.stringify(rows, (name, value) => (ignored.has(name) ? undefined : value))
}
