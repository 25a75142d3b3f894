import { type Kysely, sql } from 'kysely'
import { between, isFlag, strict, strictByKey } from '../../engine/sqlite/ddl.ts'

/**
 * Exercises. Values of the taxonomy are checked by the contract and not here, because adding a value to a
 * check would require rebuilding the table.
 */
export async function createExercises(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('exercises')
    .addColumn('key', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('userId', 'text', (c) => c.references('users.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
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
    .addColumn('searchText', 'text', (c) => c.notNull())
    .addColumn('derived', 'integer', (c) => c.notNull().defaultTo(0).check(isFlag('derived')))
    .addColumn('revision', 'integer', (c) => c.notNull().check(sql`revision >= 1`))
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addColumn('updatedAt', 'integer', (c) => c.notNull())
    .addColumn('deletedAt', 'integer')
    .addColumn('seq', 'integer', (c) => c.notNull().defaultTo(0))
    .modifyEnd(strict)
    .execute()

  await db.schema
    .createIndex('exercisesById')
    .unique()
    .on('exercises')
    .expression(sql`coalesce("userId", ''), id`)
    .execute()

  await db.schema
    .createIndex('exercisesByName')
    .unique()
    .on('exercises')
    .columns(['userId', 'nameKey'])
    .where(sql.ref('deletedAt'), 'is', null)
    .execute()

  await db.schema.createIndex('exercisesByUser').on('exercises').columns(['userId', 'seq']).execute()

  await db.schema
    .createTable('exerciseMuscles')
    .addColumn('exerciseKey', 'integer', (c) => c.notNull().references('exercises.key').onDelete('cascade'))
    .addColumn('muscle', 'text', (c) => c.notNull())
    .addColumn('percent', 'integer', (c) => c.notNull().check(between('percent', 0, 100)))
    .addPrimaryKeyConstraint('exerciseMusclesKey', ['exerciseKey', 'muscle'])
    .modifyEnd(strictByKey)
    .execute()

  await db.schema
    .createIndex('exerciseMusclesByMuscle')
    .on('exerciseMuscles')
    .columns(['muscle', 'percent'])
    .execute()
}
