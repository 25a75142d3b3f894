import { type Kysely, sql } from 'kysely'
import { strict, strictByKey } from '../engine/sqlite/ddl.ts'

/** Programs, the runs that follow them, and the run and step of each workout. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['programs', 'runs'] as const) await createDocuments(db, table)
  await createRevisions(db)
  await addPlanToWorkouts(db)
}

async function createDocuments(db: Kysely<unknown>, table: 'programs' | 'runs'): Promise<void> {
  await db.schema
    .createTable(table)
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull().check(sql`revision >= 1`))
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addColumn('updatedAt', 'integer', (c) => c.notNull())
    .addColumn('deletedAt', 'integer')
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint(`${table}Key`, ['userId', 'id'])
    .modifyEnd(strict)
    .execute()

  await db.schema.createIndex(`${table}BySeq`).on(table).columns(['userId', 'seq']).execute()
  await db.schema
    .createIndex(`${table}ByTime`)
    .on(table)
    .columns(['userId', 'createdAt', 'id'])
    .where(sql.ref('deletedAt'), 'is', null)
    .execute()
  await db.schema
    .createIndex(`${table}ByDeletion`)
    .on(table)
    .column('deletedAt')
    .where(sql.ref('deletedAt'), 'is not', null)
    .execute()
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
