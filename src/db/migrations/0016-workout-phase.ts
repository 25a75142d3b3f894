import type { Kysely } from 'kysely'
import { oneOf } from '../engine/sqlite/ddl.ts'

/** Adds a column for a copy of a workout's phase to its packed sets. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('packedWorkouts')
    .addColumn('phase', 'text', (c) =>
      c.check(oneOf('phase', ['base', 'build', 'peak', 'deload', 'comeback'])),
    )
    .execute()
}
