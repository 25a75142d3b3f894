import { type Kysely, sql } from 'kysely'

/** Exercises are searched in memory, ranked and forgiving of typing errors, and no longer by a text of theirs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table exercises drop column "searchText"`.execute(db)
}
