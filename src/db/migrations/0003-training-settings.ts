import { type Kysely, sql } from 'kysely'
import { halfSteps, strictByKey } from '../engine/sqlite/ddl.ts'

/** A user's training settings: progressions of exercises, soreness, landmarks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createProgressions(db)
  await createSoreness(db)
  await createLandmarks(db)
  await orderSetsOfExercise(db)
}

/** A reverted choice keeps its row, without a progression, so that its revisions continue. */
async function createProgressions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('progressions')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('exerciseId', 'text', (c) => c.notNull())
    .addColumn('progression', 'text')
    .addColumn('since', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull().check(sql`revision >= 1`))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('progressionsKey', ['userId', 'exerciseId'])
    .modifyEnd(strictByKey)
    .execute()
}

async function createSoreness(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('soreness')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('reportedAt', 'integer', (c) => c.notNull())
    .addColumn('muscle', 'text', (c) => c.notNull())
    .addColumn('soreness', 'real', (c) => c.notNull().check(halfSteps('soreness', 0, 10)))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('sorenessKey', ['userId', 'reportedAt', 'muscle'])
    .modifyEnd(strictByKey)
    .execute()
}

async function createLandmarks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('landmarks')
    .addColumn('userId', 'text', (c) => c.primaryKey().notNull().references('users.id').onDelete('cascade'))
    .addColumn('landmarks', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull().check(sql`revision >= 1`))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .modifyEnd(strictByKey)
    .execute()
}

/** Records read the sets of an exercise in chronological order, so the index needs that order. */
async function orderSetsOfExercise(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('setsByExercise').execute()
  await db.schema
    .createIndex('setsByExercise')
    .on('sets')
    .columns([
      'userId',
      'exerciseId',
      'performedAt',
      'position',
      'type',
      'side',
      'reps',
      'weightGrams',
      'assistanceGrams',
      'durationSeconds',
      'distanceMillimeters',
      'rpe',
      'rir',
      'workoutId',
      'id',
    ])
    .execute()
}
