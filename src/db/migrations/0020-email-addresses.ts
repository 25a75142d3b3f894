import { type Kysely, sql } from 'kysely'
import { strictByKey } from '../engine/sqlite/ddl.ts'

/** Which account an email address is of: an index of its own, so that accounts can be distributed by their ids. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('emailAddresses')
    .addColumn('emailKey', 'text', (c) => c.primaryKey().notNull())
    .addColumn('userId', 'text', (c) => c.notNull())
    // An address is taken before there is an account for it.
    .addForeignKeyConstraint('emailAddressesUser', ['userId'], 'users', ['id'], (key) =>
      key.onDelete('cascade').deferrable().initiallyDeferred(),
    )
    .modifyEnd(strictByKey)
    .execute()
  await sql`insert into "emailAddresses" ("emailKey", "userId") select "emailKey", "id" from "users"`.execute(
    db,
  )
  // For the deletion of a user.
  await db.schema.createIndex('emailAddressesByUser').on('emailAddresses').column('userId').execute()
}
