import { type Kysely, sql } from 'kysely'
import { strictByKey } from '../engine/sqlite/ddl.ts'

/** Password reset links, and the networks from which an account has been used. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('passwordResets')
    .addColumn('userId', 'text', (c) => c.primaryKey().notNull().references('users.id').onDelete('cascade'))
    .addColumn('tokenHash', 'blob', (c) => c.notNull().unique().check(sql`length("tokenHash") = 32`))
    .addColumn('expiresAt', 'integer', (c) => c.notNull())
    .modifyEnd(strictByKey)
    .execute()

  await db.schema
    .createTable('knownNetworks')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('networkHash', 'blob', (c) => c.notNull().check(sql`length("networkHash") = 32`))
    .addColumn('lastSeenAt', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('knownNetworksKey', ['userId', 'networkHash'])
    .modifyEnd(strictByKey)
    .execute()
}
