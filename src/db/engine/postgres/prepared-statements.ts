import type { PoolClient } from 'pg'
import type { Columns } from './rows.ts'

/** A prepared statement of a connection. */
export interface PreparedStatement {
  /**
   * `sent` until the server has confirmed it, and `unknown` if it didn't: the statement may have failed before or after
   * it was prepared.
   */
  state: 'new' | 'sent' | 'prepared' | 'unknown'
  /** Undefined until the server has sent them. */
  columns: Columns | undefined
  /** The same in binary format; undefined if it isn't used. */
  binaryColumns: Columns | undefined
}

const statementsByClient = new WeakMap<PoolClient, Map<string, PreparedStatement>>()

/** The statement that a connection prepares by this name. */
export function preparedStatement(client: PoolClient, name: string): PreparedStatement {
  const existing = statementsByClient.get(client)
  const statements = existing ?? new Map<string, PreparedStatement>()
  if (!existing) statementsByClient.set(client, statements)
  const statement = statements.get(name) ?? { state: 'new', columns: undefined, binaryColumns: undefined }
  statements.set(name, statement)
  return statement
}
