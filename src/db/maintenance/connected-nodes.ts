import { postgresOf } from '../engine/postgres/direct-of.ts'
import { nodeName } from '../engine/postgres/node-name.ts'
import type { Db } from '../schema/index.ts'

/** Nodes are connected to a database that a command needs for itself. */
export class NodesConnectedError extends Error {
  override name = 'NodesConnectedError'
  constructor() {
    super(
      'nodes are connected to the database: stop them first, because what they save now would be lost (a pooler stays ' +
        'connected for some minutes longer unless it is restarted)',
    )
  }
}

/**
 * Checks that no node is connected to a PostgreSQL database. On SQLite, a command can't open the database in the first
 * place while a server is using it.
 *
 * @throws {NodesConnectedError} if one is
 */
export async function assertNoNodes(db: Db): Promise<void> {
  const result = await postgresOf(db)?.run(
    'select 1 from pg_stat_activity where datname = current_database() and application_name = $1 limit 1',
    [nodeName],
  )
  if (result && result.rows.length > 0) throw new NodesConnectedError()
}
