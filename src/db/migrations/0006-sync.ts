import { type Kysely, sql } from 'kysely'
import { strictByKey } from '../engine/sqlite/ddl.ts'

/** For offline clients: ordered changes, recognition of repeated mutations, expired tombstones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await indexChanges(db)
  await createAppliedMutations(db)
  await addHorizon(db)
}

/** Without exercises: `exercisesByUser` already orders their changes, and their tombstones don't expire. */
async function indexChanges(db: Kysely<unknown>): Promise<void> {
  for (const table of ['workouts', 'measurements'] as const) {
    await db.schema.createIndex(`${table}BySeq`).on(table).columns(['userId', 'seq']).execute()
    await db.schema
      .createIndex(`${table}ByDeletion`)
      .on(table)
      .column('deletedAt')
      .where(sql.ref('deletedAt'), 'is not', null)
      .execute()
  }
}

async function createAppliedMutations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('appliedMutations')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('mutationId', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'blob', (c) => c.notNull().check(sql`length(fingerprint) = 32`))
    .addColumn('revision', 'integer', (c) => c.notNull().check(sql`revision >= 1`))
    .addColumn('appliedAt', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('appliedMutationsKey', ['userId', 'mutationId'])
    .modifyEnd(strictByKey)
    .execute()

  await db.schema.createIndex('appliedMutationsByAge').on('appliedMutations').column('appliedAt').execute()
}

/** The `seq` up to which tombstones have been deleted: older cursors have expired. */
async function addHorizon(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('users')
    .addColumn('horizon', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
}
