import { type QueryExecutorProvider, sql } from 'kysely'

/** Workouts, and their packed sets for figures. */
export async function createWorkouts(db: QueryExecutorProvider): Promise<void> {
  await sql`create table "workouts" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "id" text collate "C" not null,
    "searchText" text collate "C" not null,
    "startedAt" bigint not null,
    "endedAt" bigint,
    "timeZone" text collate "C" not null,
    "localStartedAt" bigint not null,
    "planRunId" text collate "C",
    "exertion" double precision check ("exertion" between 0 and 10 and "exertion" * 2 = round("exertion" * 2)),
    "bodyweightGrams" bigint check ("bodyweightGrams" >= 0),
    "revision" bigint not null check ("revision" >= 1),
    "createdAt" bigint not null,
    "updatedAt" bigint not null,
    "deletedAt" bigint,
    "seq" bigint not null,
    "totalSets" bigint,
    "totalReps" bigint,
    "volumeKg" double precision,
    "volumeLb" double precision,
    "movesBody" smallint check ("movesBody" in (0, 1)),
    "content" json check ("content" is not null or "deletedAt" is not null),
    constraint "workoutsKey" primary key ("userId", "id"),
    constraint "workoutsEndAfterStart" check ("endedAt" >= "startedAt")
  )`.execute(db)
  await sql`create index "workoutsByDeletion" on "workouts" ("deletedAt") where "deletedAt" is not null`.execute(
    db,
  )
  await sql`create index "workoutsByRun" on "workouts" ("userId", "planRunId", "startedAt", "id") where "planRunId" is not null`.execute(
    db,
  )
  await sql`create index "workoutsBySeq" on "workouts" ("userId", "seq")`.execute(db)
  await sql`create index "workoutsByStart" on "workouts" ("userId", "startedAt", "id", "timeZone", "localStartedAt") where "deletedAt" is null`.execute(
    db,
  )
  await sql`create table "packedWorkouts" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "workoutId" text collate "C" not null,
    "startedAt" bigint not null,
    "endedAt" bigint,
    "timeZone" text collate "C" not null,
    "localStartedAt" bigint not null,
    "bodyweightGrams" bigint,
    "trained" smallint not null check ("trained" in (0, 1)),
    "sets" bytea not null,
    constraint "packedWorkoutsKey" primary key ("userId", "startedAt", "workoutId")
  )`.execute(db)
  await sql`create table "performedExercises" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "exerciseId" text collate "C" not null,
    "startedAt" bigint not null,
    "workoutId" text collate "C" not null,
    "setCount" bigint not null,
    "sets" bytea not null,
    constraint "performedExercisesKey" primary key ("userId", "exerciseId", "startedAt", "workoutId")
  )`.execute(db)
  await sql`create table "workoutRevisions" (
    "userId" text collate "C" not null,
    "workoutId" text collate "C" not null,
    "revision" bigint not null,
    "replacedAt" bigint not null,
    "reason" text collate "C" not null check ("reason" in ('replaced', 'deleted', 'restored')),
    "content" bytea not null,
    constraint "workoutRevisionsKey" primary key ("userId", "workoutId", "revision"),
    constraint "workoutRevisionsWorkout" foreign key ("userId", "workoutId") references "workouts" ("userId", "id") on delete cascade
  )`.execute(db)
  await sql`create index "workoutRevisionsByAge" on "workoutRevisions" ("replacedAt")`.execute(db)
  await sql`create index "workoutRevisionsToCompress" on "workoutRevisions" ("replacedAt") where substr("content", 1, 1) = '\\x7b'::bytea`.execute(
    db,
  )
}
