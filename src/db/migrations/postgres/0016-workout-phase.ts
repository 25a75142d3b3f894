import { type Kysely, sql } from 'kysely'

/** Copies the phase of a workout from its document to its packed sets. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table "packedWorkouts" add column "phase" text collate "C"
    check ("phase" in ('base', 'build', 'peak', 'deload', 'comeback'))`.execute(db)
}
