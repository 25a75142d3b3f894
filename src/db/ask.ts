import type { Database, SQLQueryBindings } from 'bun:sqlite'

/** Runs one statement that is no part of the application's queries (a pragma, a check) and gives its rows. */
export function ask(sqlite: Database, sql: string, ...parameters: SQLQueryBindings[]): unknown[][] {
  // Finalised at once: an open statement would keep the database from closing.
  using statement = sqlite.prepare(sql)
  return statement.values(...parameters)
}
