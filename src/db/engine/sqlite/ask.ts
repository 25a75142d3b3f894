import type { Database, SQLQueryBindings } from 'bun:sqlite'

/** Runs one statement outside of the application's queries (a pragma, a check) and returns its rows. */
export function ask(sqlite: Database, sql: string, ...parameters: SQLQueryBindings[]): unknown[][] {
  // Finalized at once: an open statement would keep the database from closing.
  using statement = sqlite.prepare(sql)
  return statement.values(...parameters)
}
