import { type Kysely, sql } from 'kysely'
import { oneOf, strictByKey } from '../../engine/sqlite/ddl.ts'

/** Body measurements. */
export async function createBody(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('measurements')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('value', 'real', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull().check(oneOf('unit', ['kg', 'lb', 'cm', 'in', 'percent'])))
    .addColumn('canonical', 'integer', (c) => c.notNull().check(sql`canonical >= 0`))
    .addColumn('measuredAt', 'integer', (c) => c.notNull())
    .addColumn('notes', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull().check(sql`revision >= 1`))
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addColumn('updatedAt', 'integer', (c) => c.notNull())
    .addColumn('deletedAt', 'integer')
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('measurementsKey', ['userId', 'id'])
    .modifyEnd(strictByKey)
    .execute()

  // Includes `canonical`, so that the bodyweight of a day is read from the index alone, and `deletedAt`, which
  // SQLite would otherwise look up in the table.
  await db.schema
    .createIndex('measurementsByKind')
    .on('measurements')
    .columns(['userId', 'kind', 'measuredAt', 'id', 'canonical', 'deletedAt'])
    .where(sql.ref('deletedAt'), 'is', null)
    .execute()

  await db.schema
    .createIndex('measurementsByTime')
    .on('measurements')
    .columns(['userId', 'measuredAt', 'id'])
    .where(sql.ref('deletedAt'), 'is', null)
    .execute()
}
