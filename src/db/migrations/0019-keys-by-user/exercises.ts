import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import { between, isFlag, strict, strictByKey } from '../../engine/sqlite/ddl.ts'

/** The common columns of shared exercises and users' own. */
const facts = sql.raw(
  `id, name, "nameKey", aliases, category, pattern, mechanic, force, equipment, difficulty, tracking, unilateral, "perHand",
   "bodyweightShare", cues, engagement, revision, "createdAt", "updatedAt"`,
)

/** Separates shared exercises from users' own. */
export async function splitExercises(db: Kysely<unknown>): Promise<void> {
  await createCatalogue(db)
  await createCustom(db)
  await sql`insert into "catalogueExercises" (${facts}, derived)
    select ${facts}, derived from exercises where "userId" is null`.execute(db)
  await sql`insert into "customExercises" (${facts}, "userId", "deletedAt", seq)
    select ${facts}, "userId", "deletedAt", seq from exercises where "userId" is not null`.execute(db)
  await sql`insert into "catalogueMuscles" ("exerciseId", muscle, percent) select exercises.id, muscle, percent
    from exercises join "exerciseMuscles" on "exerciseKey" = exercises.key where "userId" is null`.execute(db)
  await sql`insert into "customMuscles" ("userId", "exerciseId", muscle, percent)
    select "userId", exercises.id, muscle, percent
    from exercises join "exerciseMuscles" on "exerciseKey" = exercises.key where "userId" is not null`.execute(
    db,
  )
  await db.schema.dropTable('exerciseMuscles').execute()
  await db.schema.dropTable('exercises').execute()
  await createIndexes(db)
}

/** Adds the columns of {@link facts}, without the id. */
function withFacts<Name extends string, Column extends string>(table: CreateTableBuilder<Name, Column>) {
  return table
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('nameKey', 'text', (c) => c.notNull())
    .addColumn('aliases', 'text', (c) => c.notNull())
    .addColumn('category', 'text', (c) => c.notNull())
    .addColumn('pattern', 'text')
    .addColumn('mechanic', 'text')
    .addColumn('force', 'text')
    .addColumn('equipment', 'text', (c) => c.notNull())
    .addColumn('difficulty', 'text')
    .addColumn('tracking', 'text', (c) => c.notNull())
    .addColumn('unilateral', 'integer', (c) => c.notNull().check(isFlag('unilateral')))
    .addColumn('perHand', 'integer', (c) => c.notNull().check(isFlag('perHand')))
    .addColumn('bodyweightShare', 'real', (c) =>
      c
        .notNull()
        .defaultTo(0)
        .check(between('bodyweightShare', 0, 1)),
    )
    .addColumn('cues', 'text', (c) => c.notNull())
    .addColumn('engagement', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull().check(sql`revision >= 1`))
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addColumn('updatedAt', 'integer', (c) => c.notNull())
}

async function createCatalogue(db: Kysely<unknown>): Promise<void> {
  await withFacts(
    db.schema.createTable('catalogueExercises').addColumn('id', 'text', (c) => c.primaryKey().notNull()),
  )
    .addColumn('derived', 'integer', (c) => c.notNull().defaultTo(0).check(isFlag('derived')))
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('catalogueMuscles')
    .addColumn('exerciseId', 'text', (c) =>
      c.notNull().references('catalogueExercises.id').onDelete('cascade'),
    )
    .addColumn('muscle', 'text', (c) => c.notNull())
    .addColumn('percent', 'integer', (c) => c.notNull().check(between('percent', 0, 100)))
    .addPrimaryKeyConstraint('catalogueMusclesKey', ['exerciseId', 'muscle'])
    .modifyEnd(strictByKey)
    .execute()
}

async function createCustom(db: Kysely<unknown>): Promise<void> {
  await withFacts(
    db.schema
      .createTable('customExercises')
      .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
      .addColumn('id', 'text', (c) => c.notNull()),
  )
    .addColumn('deletedAt', 'integer')
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('customExercisesKey', ['userId', 'id'])
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('customMuscles')
    .addColumn('userId', 'text', (c) => c.notNull())
    .addColumn('exerciseId', 'text', (c) => c.notNull())
    .addColumn('muscle', 'text', (c) => c.notNull())
    .addColumn('percent', 'integer', (c) => c.notNull().check(between('percent', 0, 100)))
    .addPrimaryKeyConstraint('customMusclesKey', ['userId', 'exerciseId', 'muscle'])
    .addForeignKeyConstraint(
      'customMusclesExercise',
      ['userId', 'exerciseId'],
      'customExercises',
      ['userId', 'id'],
      (fk) => fk.onDelete('cascade'),
    )
    .modifyEnd(strictByKey)
    .execute()
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('customExercisesByName')
    .unique()
    .on('customExercises')
    .columns(['userId', 'nameKey'])
    .where(sql.ref('deletedAt'), 'is', null)
    .execute()
  await db.schema
    .createIndex('customExercisesBySeq')
    .on('customExercises')
    .columns(['userId', 'seq'])
    .execute()
}
