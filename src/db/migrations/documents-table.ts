import { type Kysely, sql } from 'kysely'
import { strict } from '../engine/sqlite/ddl.ts'

/** Creates a table of documents with its indexes. Released migrations use it, so it must never change. */
export async function createDocumentsTable(db: Kysely<unknown>, table: string): Promise<void> {
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
