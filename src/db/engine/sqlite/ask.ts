import type { Database, SQLQueryBindings } from 'bun:sqlite'
import { translating } from './errors.ts'

/** A connection to a database file, for what isn't a query of the application's. */
export type SqliteFile = Database

/** Runs one statement outside of the application's queries (a pragma, a check) and returns its rows. */
export function ask(sqlite: Database, sql: string, ...parameters: SQLQueryBindings[]): unknown[][] {
  return translating(() => {
    // Finalized at once: an open statement would keep the database from closing.
    using statement = sqlite.prepare(sql)
    return statement.values(...parameters)
  })
}
