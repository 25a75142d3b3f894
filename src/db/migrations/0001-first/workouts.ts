import { type Kysely, sql } from 'kysely'
import { allOrNoneNull, between, halfSteps, oneOf, strict, strictByKey } from '../../engine/sqlite/ddl.ts'

/** Workouts, their exercises and sets, and their replaced states. */
export async function createWorkouts(db: Kysely<unknown>): Promise<void> {
  await createWorkoutsTable(db)
  await createWorkoutExercises(db)
  await createSets(db)
  await createRevisions(db)
}

async function createWorkoutsTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('workouts')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('notes', 'text')
    .addColumn('searchText', 'text', (c) => c.notNull())
    .addColumn('startedAt', 'integer', (c) => c.notNull())
    .addColumn('endedAt', 'integer')
    .addColumn('energy', 'integer', (c) => c.check(between('energy', 1, 5)))
    .addColumn('exertion', 'real', (c) => c.check(halfSteps('exertion', 0, 10)))
    .addColumn('bodyweightValue', 'real')
    .addColumn('bodyweightUnit', 'text', (c) => c.check(oneOf('bodyweightUnit', ['kg', 'lb'])))
    .addColumn('bodyweightGrams', 'integer', (c) => c.check(sql`"bodyweightGrams" >= 0`))
    .addColumn('revision', 'integer', (c) => c.notNull().check(sql`revision >= 1`))
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addColumn('updatedAt', 'integer', (c) => c.notNull())
    .addColumn('deletedAt', 'integer')
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('workoutsKey', ['userId', 'id'])
    .addCheckConstraint('workoutsEndAfterStart', sql`"endedAt" >= "startedAt"`)
    .addCheckConstraint(
      'workoutsBodyweight',
      allOrNoneNull('bodyweightValue', 'bodyweightUnit', 'bodyweightGrams'),
    )
    .modifyEnd(strictByKey)
    .execute()

  await db.schema
    .createIndex('workoutsByStart')
    .on('workouts')
    .columns(['userId', 'startedAt', 'id'])
    .where(sql.ref('deletedAt'), 'is', null)
    .execute()
}

async function createWorkoutExercises(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('workoutExercises')
    .addColumn('userId', 'text', (c) => c.notNull())
    .addColumn('workoutId', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('exerciseId', 'text', (c) => c.notNull())
    .addColumn('supersetGroup', 'integer', (c) => c.check(between('supersetGroup', 0, 99)))
    .addColumn('notes', 'text')
    .addPrimaryKeyConstraint('workoutExercisesKey', ['userId', 'workoutId', 'id'])
    .addForeignKeyConstraint(
      'workoutExercisesWorkout',
      ['userId', 'workoutId'],
      'workouts',
      ['userId', 'id'],
      (fk) => fk.onDelete('cascade'),
    )
    .modifyEnd(strictByKey)
    .execute()
}

async function createSets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sets')
    .addColumn('userId', 'text', (c) => c.notNull())
    .addColumn('workoutId', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('workoutExerciseId', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('type', 'text', (c) =>
      c.notNull().check(oneOf('type', ['warmup', 'normal', 'drop', 'failure'])),
    )
    .addColumn('weightValue', 'real')
    .addColumn('weightUnit', 'text', (c) => c.check(oneOf('weightUnit', ['kg', 'lb'])))
    .addColumn('weightGrams', 'integer', (c) => c.check(sql`"weightGrams" >= 0`))
    .addColumn('assistanceValue', 'real')
    .addColumn('assistanceUnit', 'text', (c) => c.check(oneOf('assistanceUnit', ['kg', 'lb'])))
    .addColumn('assistanceGrams', 'integer', (c) => c.check(sql`"assistanceGrams" >= 0`))
    .addColumn('reps', 'integer', (c) => c.check(between('reps', 0, 1000)))
    .addColumn('durationSeconds', 'integer', (c) => c.check(between('durationSeconds', 0, 86_400)))
    .addColumn('distanceValue', 'real')
    .addColumn('distanceUnit', 'text', (c) => c.check(oneOf('distanceUnit', ['m', 'km', 'mi'])))
    .addColumn('distanceMillimeters', 'integer', (c) => c.check(sql`"distanceMillimeters" >= 0`))
    .addColumn('rpe', 'real', (c) => c.check(halfSteps('rpe', 6, 10)))
    .addColumn('rir', 'integer', (c) => c.check(between('rir', 0, 10)))
    .addColumn('side', 'text', (c) => c.check(oneOf('side', ['left', 'right', 'both'])))
    .addColumn('restSeconds', 'integer', (c) => c.check(between('restSeconds', 0, 86_400)))
    .addColumn('completedAt', 'integer')
    .addColumn('notes', 'text')
    .addColumn('target', 'text')
    .addColumn('exerciseId', 'text', (c) => c.notNull())
    .addColumn('performedAt', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('setsKey', ['userId', 'workoutId', 'id'])
    .addForeignKeyConstraint(
      'setsExercise',
      ['userId', 'workoutId', 'workoutExerciseId'],
      'workoutExercises',
      ['userId', 'workoutId', 'id'],
      (fk) => fk.onDelete('cascade'),
    )
    .addCheckConstraint('setsWeight', allOrNoneNull('weightValue', 'weightUnit', 'weightGrams'))
    .addCheckConstraint(
      'setsAssistance',
      allOrNoneNull('assistanceValue', 'assistanceUnit', 'assistanceGrams'),
    )
    .addCheckConstraint('setsDistance', allOrNoneNull('distanceValue', 'distanceUnit', 'distanceMillimeters'))
    .addCheckConstraint('setsEffort', sql`rpe is null or rir is null`)
    .modifyEnd(strictByKey)
    .execute()

  // Each index covers everything that its analytics read; the ids in the primary key are included anyway.
  const figures = [
    'type',
    'side',
    'reps',
    'weightGrams',
    'assistanceGrams',
    'durationSeconds',
    'distanceMillimeters',
    'rpe',
    'rir',
  ] as const
  await db.schema
    .createIndex('setsByTime')
    .on('sets')
    .columns(['userId', 'performedAt', 'exerciseId', ...figures, 'workoutId', 'id'])
    .execute()
  await db.schema
    .createIndex('setsByExercise')
    .on('sets')
    .columns(['userId', 'exerciseId', 'performedAt', ...figures, 'workoutId', 'id'])
    .execute()
}

async function createRevisions(db: Kysely<unknown>): Promise<void> {
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

  await db.schema.createIndex('workoutRevisionsByAge').on('workoutRevisions').column('replacedAt').execute()
}
