import { type Kysely, sql } from 'kysely'
import { between, strict, strictByKey } from '../../engine/sqlite/ddl.ts'

/** The service's own data: responses for repeated requests, and facts about the database. */
export async function createService(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('idempotencyKeys')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addColumn('operationId', 'text', (c) => c.notNull())
    .addColumn('status', 'integer', (c) => c.notNull().check(between('status', 200, 599)))
    .addColumn('headers', 'text', (c) => c.notNull())
    .addColumn('body', 'text')
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('idempotencyKeysKey', ['userId', 'key'])
    .modifyEnd(strict)
    .execute()

  await db.schema.createIndex('idempotencyKeysByAge').on('idempotencyKeys').column('createdAt').execute()

  await db.schema
    .createTable('meta')
    .addColumn('key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .modifyEnd(strictByKey)
    .execute()
  await sql`insert into meta (key, value) values ('epoch', ${crypto.randomUUID()})`.execute(db)
}
