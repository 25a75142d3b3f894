import type { Database, SQLQueryBindings } from 'bun:sqlite'
import { translatingErrors } from './errors.ts'

/** A connection to a database file, for statements other than application queries. */
export type SqliteFile = Database

/** Runs a statement that isn't an application query (a pragma, a check) and returns its rows. */
export function runSql(sqlite: Database, sql: string, ...parameters: SQLQueryBindings[]): unknown[][] {
  return translatingErrors(() => {
    // Finalized immediately, because an open statement would keep the database from closing.
    using statement = sqlite.prepare(sql)
    return statement.values(...parameters)
  })
}
