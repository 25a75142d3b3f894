import { type Kysely, sql } from 'kysely'

/** Adds a column for a copy of a workout's phase to its packed sets. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table "packedWorkouts" add column "phase" text collate "C"
    check ("phase" in ('base', 'build', 'peak', 'deload', 'comeback'))`.execute(db)
}
