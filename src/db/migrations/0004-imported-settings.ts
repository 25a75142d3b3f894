import type { Kysely } from 'kysely'

/** The settings that an import took from an account export, for its undo. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('imports').addColumn('broughtSettings', 'text').execute()
}
