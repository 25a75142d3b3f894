import { type QueryExecutorProvider, sql } from 'kysely'
import { factNames } from './exercises.ts'

/** As earlier releases know exercises: by a number, which is made up here. */
const keyOf = (owner: string) => sql.raw(`hashtextextended(${owner} || "id", 0)`)

/**
 * Views of the tables' former names, so that nodes of the release before go on while new ones start: they read
 * everything and save all but custom exercises, which they refuse with 503.
 */
export async function serveEarlierReleases(db: QueryExecutorProvider): Promise<void> {
  await sql`create view "exercises" as
    select ${keyOf("''")} as "key", null::text as "userId", "id", ${factNames}, "derived", null::bigint as "deletedAt", 0::bigint as "seq"
    from "catalogueExercises"
    union all
    select ${keyOf('"userId"')}, "userId", "id", ${factNames}, 0::smallint, "deletedAt", "seq" from "customExercises"`.execute(
    db,
  )
  await sql`create view "exerciseMuscles" as
    select ${sql.raw('hashtextextended("exerciseId", 0)')} as "exerciseKey", "muscle", "percent" from "catalogueMuscles"
    union all
    select ${sql.raw('hashtextextended("userId" || "exerciseId", 0)')}, "muscle", "percent" from "customMuscles"`.execute(
    db,
  )
  // 25006: read-only. Every release answers it with 503.
  await sql`create function "refuseEarlierRelease"() returns trigger language plpgsql as $$
    begin
      raise exception 'a newer release has changed the tables of exercises: update this node' using errcode = '25006';
    end $$`.execute(db)
  for (const view of ['exercises', 'exerciseMuscles']) {
    await sql`create trigger "refused" instead of insert or update or delete on ${sql.table(view)}
      for each row execute function "refuseEarlierRelease"()`.execute(db)
  }
}
