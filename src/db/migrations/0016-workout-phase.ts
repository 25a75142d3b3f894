import type { Kysely } from 'kysely'
import { oneOf } from '../engine/sqlite/ddl.ts'

/** Copies the phase of a workout from its document to its packed sets. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('packedWorkouts')
    .addColumn('phase', 'text', (c) =>
      c.check(oneOf('phase', ['base', 'build', 'peak', 'deload', 'comeback'])),
    )
    .execute()
}
