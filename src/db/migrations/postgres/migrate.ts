import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { transactMigration } from '../../engine/transact.ts'
import type { Db, Tx } from '../../schema/index.ts'
import type { Migrations } from '../index.ts'
import { postgresMigrations } from './index.ts'

const migrationTable = 'migrations'

/**
 * Migrates a database on PostgreSQL to this program's schema, in one transaction. Nodes that start at the same
 * time wait for each other.
 */
export async function migratePostgres(db: Db, known: Migrations = postgresMigrations): Promise<void> {
  await transactMigration(db, async (tx) => {
    const done = await appliedMigrations(tx)
    if (Object.keys(known).every((name) => done.has(name))) return
    const migrator = new Migrator({
      db: tx,
      provider: { getMigrations: async () => known },
      migrationTableName: migrationTable,
      migrationLockTableName: `${migrationTable}Lock`,
    })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  })
}

async function appliedMigrations(tx: Tx): Promise<Set<string>> {
  const { rows: tables } = await sql<{ found: string | null }>`
    select to_regclass(${sql.lit(migrationTable)})::text as found`.execute(tx)
  if (tables[0]?.found == null) return new Set()
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(migrationTable)}`.execute(tx)
  return new Set(rows.map(({ name }) => name))
}
