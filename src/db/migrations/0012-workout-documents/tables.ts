import { type Kysely, sql } from 'kysely'
import { halfSteps, isFlag, oneOf, strict, strictByKey } from '../../engine/sqlite/ddl.ts'

/** The part of a Kysely instance that changes a schema, whatever its tables. */
type SchemaBuilder = Pick<Kysely<unknown>, 'schema' | 'getExecutor'>

/**
 * The tables for workouts as documents. Those with large rows have a rowid, so that their keys stay in a small index.
 */
export async function createTables(db: SchemaBuilder): Promise<void> {
  await db.schema
    .createTable('workouts')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('searchText', 'text', (c) => c.notNull())
    .addColumn('startedAt', 'integer', (c) => c.notNull())
    .addColumn('endedAt', 'integer')
    .addColumn('timeZone', 'text', (c) => c.notNull())
    .addColumn('localStartedAt', 'integer', (c) => c.notNull())
    .addColumn('planRunId', 'text')
    .addColumn('exertion', 'real', (c) => c.check(halfSteps('exertion', 0, 10)))
    .addColumn('bodyweightGrams', 'integer', (c) => c.check(sql`"bodyweightGrams" >= 0`))
    .addColumn('revision', 'integer', (c) => c.notNull().check(sql`revision >= 1`))
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addColumn('updatedAt', 'integer', (c) => c.notNull())
    .addColumn('deletedAt', 'integer')
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('totalSets', 'integer')
    .addColumn('totalReps', 'integer')
    .addColumn('volumeKg', 'real')
    .addColumn('volumeLb', 'real')
    .addColumn('movesBody', 'integer', (c) => c.check(isFlag('movesBody')))
    .addColumn('content', 'text', (c) => c.check(sql`content is not null or "deletedAt" is not null`))
    .addPrimaryKeyConstraint('workoutsKey', ['userId', 'id'])
    .addCheckConstraint('workoutsEndAfterStart', sql`"endedAt" >= "startedAt"`)
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('packedWorkouts')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('workoutId', 'text', (c) => c.notNull())
    .addColumn('startedAt', 'integer', (c) => c.notNull())
    .addColumn('endedAt', 'integer')
    .addColumn('timeZone', 'text', (c) => c.notNull())
    .addColumn('localStartedAt', 'integer', (c) => c.notNull())
    .addColumn('bodyweightGrams', 'integer')
    .addColumn('trained', 'integer', (c) => c.notNull().check(isFlag('trained')))
    .addColumn('sets', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('packedWorkoutsKey', ['userId', 'startedAt', 'workoutId'])
    .modifyEnd(strictByKey)
    .execute()
  await db.schema
    .createTable('performedExercises')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('exerciseId', 'text', (c) => c.notNull())
    .addColumn('startedAt', 'integer', (c) => c.notNull())
    .addColumn('workoutId', 'text', (c) => c.notNull())
    .addColumn('setCount', 'integer', (c) => c.notNull())
    .addColumn('sets', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('performedExercisesKey', ['userId', 'exerciseId', 'startedAt', 'workoutId'])
    .modifyEnd(strictByKey)
    .execute()
  await db.schema
    .createTable('workoutRevisions')
    .addColumn('userId', 'text', (c) => c.notNull())
    .addColumn('workoutId', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('replacedAt', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text', (c) =>
      c.notNull().check(oneOf('reason', ['replaced', 'deleted', 'restored'])),
    )
    .addColumn('content', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('workoutRevisionsKey', ['userId', 'workoutId', 'revision'])
    .addForeignKeyConstraint(
      'workoutRevisionsWorkout',
      ['userId', 'workoutId'],
      'workouts',
      ['userId', 'id'],
      (fk) => fk.onDelete('cascade'),
    )
    .modifyEnd(strict)
    .execute()
}

/** The indexes of these tables, which are faster to create after the tables are filled. */
export async function createIndexes(db: SchemaBuilder): Promise<void> {
  await db.schema
    .createIndex('workoutsByStart')
    .on('workouts')
    .columns(['userId', 'startedAt', 'id', 'timeZone', 'localStartedAt'])
    .where(sql.ref('deletedAt'), 'is', null)
    .execute()
  await db.schema
    .createIndex('workoutsByRun')
    .on('workouts')
    .columns(['userId', 'planRunId', 'startedAt', 'id'])
    .where(sql.ref('planRunId'), 'is not', null)
    .execute()
  await db.schema.createIndex('workoutsBySeq').on('workouts').columns(['userId', 'seq']).execute()
  await db.schema
    .createIndex('workoutsByDeletion')
    .on('workouts')
    .column('deletedAt')
    .where(sql.ref('deletedAt'), 'is not', null)
    .execute()
  await db.schema.createIndex('workoutRevisionsByAge').on('workoutRevisions').column('replacedAt').execute()
  await db.schema
    .createIndex('workoutRevisionsToCompress')
    .on('workoutRevisions')
    .column('replacedAt')
    .where(sql`substr(content, 1, 1)`, '=', sql`x'7b'`)
    .execute()
}

/** A view with every set as a row, for people who inspect the file. */
export async function createView(db: SchemaBuilder): Promise<void> {
  await sql`create view sets as select
    workouts."userId" as "userId", workouts.id as "workoutId", performed.value ->> 'id' as id,
    entry.value ->> 'id' as "workoutExerciseId", performed.key as position,
    entry.value ->> 'exerciseId' as "exerciseId", workouts."startedAt" as "performedAt",
    performed.value ->> 'type' as type, performed.value ->> '$.weight.value' as "weightValue",
    performed.value ->> '$.weight.unit' as "weightUnit", performed.value ->> '$.assistance.value' as "assistanceValue",
    performed.value ->> '$.assistance.unit' as "assistanceUnit", performed.value ->> 'reps' as reps,
    performed.value ->> 'durationSeconds' as "durationSeconds", performed.value ->> '$.distance.value' as "distanceValue",
    performed.value ->> '$.distance.unit' as "distanceUnit", performed.value ->> 'rpe' as rpe,
    performed.value ->> 'rir' as rir, performed.value ->> 'side' as side,
    performed.value ->> 'restSeconds' as "restSeconds", performed.value ->> 'completedAt' as "completedAt",
    performed.value ->> 'notes' as notes, performed.value -> 'target' as target
    from workouts, json_each(workouts.content, '$.exercises') as entry, json_each(entry.value, '$.sets') as performed
    where workouts."deletedAt" is null`.execute(db)
}
