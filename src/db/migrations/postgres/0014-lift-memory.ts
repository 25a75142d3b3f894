import { type QueryExecutorProvider, sql } from 'kysely'

/** Checkpoints of the lift memory, from which folding resumes. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await sql`create table "memoryCheckpoints" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "startedAt" bigint not null,
    "workoutId" text collate "C" not null,
    "workouts" bigint not null,
    "seq" bigint not null,
    "context" text collate "C" not null,
    "content" bytea not null,
    constraint "memoryCheckpointsKey" primary key ("userId", "startedAt", "workoutId")
  )`.execute(db)
}
