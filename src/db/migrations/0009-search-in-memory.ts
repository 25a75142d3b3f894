import { type Kysely, sql } from 'kysely'

/**
 * Exercises are now searched in memory, with ranking and tolerance for typing errors, instead of by a
 * text column.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table exercises drop column "searchText"`.execute(db)
}
