import { type OpenServerDatabase, openServer, type PostgresOptions } from '../../engine/postgres/open.ts'
import { syncedTableNames } from '../../sync/tables.ts'
import { postgresMigrations } from './index.ts'
import { type MigrationOptions, migratePostgres } from './migrate.ts'

/**
 * Includes the built-in exercises: they belong to no user, so locking a user earlier wouldn't protect them. And applied
 * mutations: of two transactions that apply one, the second fails, because of the key of its record.
 */
const tablesWithSeq: ReadonlySet<string> = new Set([
  ...syncedTableNames,
  'catalogueExercises',
  'appliedMutations',
])

/**
 * Connects to a PostgreSQL database, and creates or migrates its schema if necessary.
 *
 * @throws {UnsuitableServerError} if the server isn't suitable, refuses the connection, or denies its user the tables
 * @throws {ForeignTablesError} if the database has tables of another program
 * @throws {NewerDatabaseError} if a later release has changed it so that this one can no longer use it
 * @throws {Unavailable} if it can't be reached
 */
export function openPostgres(
  options: PostgresOptions,
  migrationOptions?: MigrationOptions,
): Promise<OpenServerDatabase> {
  return openServer({ ...options, tablesWithSeq }, (db) =>
    migratePostgres(db, postgresMigrations, migrationOptions),
  )
}
