import type { Kysely } from 'kysely'

/** Which settings an import took from an account export, for the undo. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('imports').addColumn('broughtSettings', 'text').execute()
}
