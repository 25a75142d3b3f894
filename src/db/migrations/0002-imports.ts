import { type Kysely, sql } from 'kysely'
import { oneOf, strict, strictByKey } from '../engine/sqlite/ddl.ts'

/** Imports of other apps' files: the files, the written items, and the exercises that names stand for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('imports')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) =>
      c.notNull().check(oneOf('status', ['pending', 'committed', 'undone', 'discarded'])),
    )
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addColumn('committedAt', 'integer')
    .addColumn('undoneAt', 'integer')
    .addColumn('timeZone', 'text', (c) => c.notNull())
    .addColumn('weightUnit', 'text', (c) => c.check(oneOf('weightUnit', ['kg', 'lb'])))
    .addColumn('report', 'blob', (c) => c.notNull())
    .addColumn('file', 'blob')
    .addColumn('replacedProfile', 'text')
    .addPrimaryKeyConstraint('importsKey', ['userId', 'id'])
    .addCheckConstraint('importsFile', sql`(status = 'pending') = (file is not null)`)
    .modifyEnd(strict)
    .execute()

  await db.schema.createIndex('importsByAge').on('imports').columns(['status', 'createdAt']).execute()

  await db.schema
    .createTable('importItems')
    .addColumn('userId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(oneOf('kind', ['workout', 'exercise', 'measurement'])),
    )
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('importId', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('importItemsKey', ['userId', 'kind', 'id'])
    .addForeignKeyConstraint('importItemsImport', ['userId', 'importId'], 'imports', ['userId', 'id'], (fk) =>
      fk.onDelete('cascade'),
    )
    .modifyEnd(strictByKey)
    .execute()

  await db.schema
    .createIndex('importItemsByImport')
    .on('importItems')
    .columns(['userId', 'importId', 'kind'])
    .execute()

  await db.schema
    .createTable('exerciseNameMappings')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('nameKey', 'text', (c) => c.notNull())
    .addColumn('exerciseId', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('exerciseNameMappingsKey', ['userId', 'nameKey'])
    .modifyEnd(strictByKey)
    .execute()
}
