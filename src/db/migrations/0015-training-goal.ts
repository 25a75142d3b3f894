import type { Kysely } from 'kysely'
import { oneOf } from '../engine/sqlite/ddl.ts'

/** The training goal of a user. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('users')
    .addColumn('goal', 'text', (c) => c.check(oneOf('goal', ['strength', 'size', 'health', 'sport'])))
    .execute()
}
