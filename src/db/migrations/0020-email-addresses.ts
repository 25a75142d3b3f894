import { type Kysely, sql } from 'kysely'
import { strictByKey } from '../engine/sqlite/ddl.ts'

/** Moves the index of email addresses to its own table, so that accounts can be distributed by id. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('emailAddresses')
    .addColumn('emailKey', 'text', (c) => c.primaryKey().notNull())
    .addColumn('userId', 'text', (c) => c.notNull())
    // An address is reserved before its account exists.
    .addForeignKeyConstraint('emailAddressesUser', ['userId'], 'users', ['id'], (key) =>
      key.onDelete('cascade').deferrable().initiallyDeferred(),
    )
    .modifyEnd(strictByKey)
    .execute()
  await sql`insert into "emailAddresses" ("emailKey", "userId") select "emailKey", "id" from "users"`.execute(
    db,
  )
  // For deleting the address of a deleted user.
  await db.schema.createIndex('emailAddressesByUser').on('emailAddresses').column('userId').execute()
}
