import { type Kysely, sql } from 'kysely'
import { strictByKey } from '../engine/sqlite/ddl.ts'
import { createDocumentsTable } from './documents-table.ts'

/** Programs, the runs that follow them, and the run and step of each workout. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['programs', 'runs']) await createDocumentsTable(db, table)
  await createRevisions(db)
  await addPlanToWorkouts(db)
}

async function createRevisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('programRevisions')
    .addColumn('userId', 'text', (c) => c.notNull())
    .addColumn('programId', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('replacedAt', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('programRevisionsKey', ['userId', 'programId', 'revision'])
    .addForeignKeyConstraint(
      'programRevisionsProgram',
      ['userId', 'programId'],
      'programs',
      ['userId', 'id'],
      (fk) => fk.onDelete('cascade'),
    )
    .modifyEnd(strictByKey)
    .execute()
}

async function addPlanToWorkouts(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('workouts').addColumn('planRunId', 'text').execute()
  await db.schema.alterTable('workouts').addColumn('plan', 'text').execute()
  await db.schema.alterTable('workoutExercises').addColumn('slot', 'text').execute()
  await db.schema
    .createIndex('workoutsByRun')
    .on('workouts')
    .columns(['userId', 'planRunId', 'startedAt', 'id'])
    .where(sql.ref('planRunId'), 'is not', null)
    .execute()
}
