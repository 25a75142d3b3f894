import type { Kysely } from 'kysely'
import { strict } from '../engine/sqlite/ddl.ts'

/** Checkpoints of the lift memory, from which folding resumes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('memoryCheckpoints')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('startedAt', 'integer', (c) => c.notNull())
    .addColumn('workoutId', 'text', (c) => c.notNull())
    .addColumn('workouts', 'integer', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('context', 'text', (c) => c.notNull())
    .addColumn('content', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('memoryCheckpointsKey', ['userId', 'startedAt', 'workoutId'])
    .modifyEnd(strict)
    .execute()
}
