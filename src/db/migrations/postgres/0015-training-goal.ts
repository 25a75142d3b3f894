import { type Kysely, sql } from 'kysely'

/** The training goal of a user. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table "users" add column "goal" text collate "C"
    check ("goal" in ('strength', 'size', 'health', 'sport'))`.execute(db)
}
