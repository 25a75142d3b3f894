import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { transactMigration } from '../../engine/transact.ts'
import { distribute, isDistributed } from '../../maintenance/distribute.ts'
import type { Db } from '../../schema/index.ts'
import { loadMigrations, type Migrations } from '../index.ts'
import { postgresMigrations } from './index.ts'
import { appliedMigrations, migrationLockTable, migrationTable, pendingMigrations } from './releases.ts'

/** Options of a migration. */
export interface MigrationOptions {
  /** Called with the names of the migrations before they change a database that isn't new, which may take long. */
  readonly onMigrating?: ((pending: readonly string[]) => void) | undefined
}

/**
 * Migrates a PostgreSQL database to this release's schema in one transaction. Nodes that start at the
 * same time wait for each other.
 *
 * @throws {NewerDatabaseError} if a later release has changed it so that this one can no longer use it
 * @throws {ForeignTablesError} if it has tables of another program
 */
export async function migratePostgres(
  db: Db,
  known: Migrations = postgresMigrations,
  { onMigrating }: MigrationOptions = {},
): Promise<void> {
  await transactMigration(db, async (tx) => {
    const applied = await appliedMigrations(tx)
    const pending = pendingMigrations(applied, known)
    if (pending.length === 0) return
    if (applied.size > 0) onMigrating?.(pending)
    // Everything else that needs a table queues behind a migration that waits for it.
    await sql`set local lock_timeout = '5s'`.execute(tx)
    const migrator = new Migrator({
      db: tx,
      provider: { getMigrations: () => loadMigrations(known) },
      migrationTableName: migrationTable,
      migrationLockTableName: migrationLockTable,
    })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
    if (await isDistributed(tx)) await distribute(tx)
  })
}
