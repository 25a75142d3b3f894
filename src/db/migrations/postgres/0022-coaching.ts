import { type Kysely, sql } from 'kysely'

/** Adds how often a user trains, their goal for bodyweight, their next competition, and overreached muscles. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table "users" add column "workoutsPerWeek" bigint`.execute(db)
  await sql`alter table "users" add constraint "usersWorkoutsPerWeek"
    check ("workoutsPerWeek" between 1 and 14)`.execute(db)
  await sql`alter table "users" add column "bodyweightGoal" text collate "C"`.execute(db)
  await sql`alter table "users" add constraint "usersBodyweightGoal"
    check ("bodyweightGoal" in ('lose', 'maintain', 'gain'))`.execute(db)
  await sql`alter table "users" add column "competitionDay" text collate "C"`.execute(db)
  await sql`alter table "packedWorkouts" add column "overreached" text collate "C"`.execute(db)
  await sql`create index "packedWorkoutsByOverreach" on "packedWorkouts" ("userId", "startedAt")
    where "overreached" is not null`.execute(db)
}
