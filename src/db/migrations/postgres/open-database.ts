import { type OpenServerDatabase, openServer, type PostgresOptions } from '../../engine/postgres/open.ts'
import { migratePostgres } from './migrate.ts'

/**
 * Connects to a database on PostgreSQL, and creates or migrates its schema if necessary.
 *
 * @throws {UnfitServerError} if the server isn't fit to be used
 * @throws {NewerDatabaseError} if a later release made it, and this one can't use it any more
 * @throws {Unavailable} if it can't be reached
 */
export function openPostgres(options: PostgresOptions): Promise<OpenServerDatabase> {
  return openServer(options, migratePostgres)
}
