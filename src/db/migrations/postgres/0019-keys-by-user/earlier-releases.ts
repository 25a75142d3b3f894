import { type QueryExecutorProvider, sql } from 'kysely'
import { factColumns } from './exercises.ts'

/** The numeric key by which earlier releases identify exercises, derived from the id. */
const keyOf = (owner: string) => sql.raw(`hashtextextended(${owner} || "id", 0)`)

/**
 * Views with the tables' former names, so that nodes of the previous release keep working while new ones
 * start: they can read everything and save everything except custom exercises, which they reject with
 * 503.
 */
export async function serveEarlierReleases(db: QueryExecutorProvider): Promise<void> {
  await sql`create view "exercises" as
    select ${keyOf("''")} as "key", null::text as "userId", "id", ${factColumns}, "derived", null::bigint as "deletedAt", 0::bigint as "seq"
    from "catalogueExercises"
    union all
    select ${keyOf('"userId"')}, "userId", "id", ${factColumns}, 0::smallint, "deletedAt", "seq" from "customExercises"`.execute(
    db,
  )
  await sql`create view "exerciseMuscles" as
    select ${sql.raw('hashtextextended("exerciseId", 0)')} as "exerciseKey", "muscle", "percent" from "catalogueMuscles"
    union all
    select ${sql.raw('hashtextextended("userId" || "exerciseId", 0)')}, "muscle", "percent" from "customMuscles"`.execute(
    db,
  )
  // 25006: read-only. Every release maps it to 503.
  await sql`create function "refuseEarlierRelease"() returns trigger language plpgsql as $$
    begin
      raise exception 'a newer release has changed the tables of exercises: update this node' using errcode = '25006';
    end $$`.execute(db)
  for (const view of ['exercises', 'exerciseMuscles']) {
    await sql`create trigger "refused" instead of insert or update or delete on ${sql.table(view)}
      for each row execute function "refuseEarlierRelease"()`.execute(db)
  }
}
