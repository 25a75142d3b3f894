import type { Pool } from 'pg'

/**
 * Creates the floor's own tables, with all users' data from Replog's tables: each resource as the text of the
 * response without its revision or times, and the sets by time and by exercise.
 */
export async function createTables(pool: Pool): Promise<void> {
  await pool.query(`
    create table "completeUsers" as select id, seq from users;
    alter table "completeUsers" add primary key (id);
    create table "completeRevisions" ("userId" text, id text, revision int, body text,
      primary key ("userId", id, revision));
    create table "completeWorkouts" as select "userId", id, "startedAt", seq, revision, "createdAt", "updatedAt",
      left(content::text, -1) || ',"totals":{"volume":{"value":' || "volumeKg" || ',"unit":"kg"},"sets":' ||
      "totalSets" || ',"reps":' || "totalReps" || ',"durationSeconds":' || (("endedAt" - "startedAt") / 1000) || '}'
      as body, array(select distinct entry ->> 'exerciseId' from json_array_elements(content -> 'exercises') as entry)
      as "exerciseIds", null::text as zone from workouts where "deletedAt" is null;
    alter table "completeWorkouts" add primary key ("userId", id);
    create index on "completeWorkouts" ("userId", "startedAt", id);
    create index on "completeWorkouts" ("userId", seq);
    create table "completeMeasurements" as select "userId", id, seq, revision, "createdAt", "updatedAt",
      '{"id":"' || id || '","kind":"' || kind || '","measuredAt":"' ||
      to_char(to_timestamp("measuredAt" / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') ||
      '","value":' || value || ',"unit":"' || unit || '"' as body
      from measurements where "deletedAt" is null;
    alter table "completeMeasurements" add primary key ("userId", id);
    create index on "completeMeasurements" ("userId", seq);
    create table "completeByTime" as select "userId", "startedAt", "workoutId" as id, "packedSets" as sets from "packedWorkouts";
    alter table "completeByTime" add primary key ("userId", "startedAt", id);
    create table "completeByExercise" as
      select "userId", "exerciseId", "startedAt", "workoutId" as id, "packedSets" as sets from "performedExercises";
    alter table "completeByExercise" add primary key ("userId", "exerciseId", "startedAt", id);
    analyze`)
}
