import { type QueryExecutorProvider, sql } from 'kysely'

/** The common columns of shared exercises and users' own, without the id. */
const facts = sql.raw(`
    "name" text collate "C" not null,
    "nameKey" text collate "C" not null,
    "aliases" text collate "C" not null,
    "category" text collate "C" not null,
    "pattern" text collate "C",
    "mechanic" text collate "C",
    "force" text collate "C",
    "equipment" text collate "C" not null,
    "difficulty" text collate "C",
    "tracking" text collate "C" not null,
    "unilateral" smallint not null check ("unilateral" in (0, 1)),
    "perHand" smallint not null check ("perHand" in (0, 1)),
    "bodyweightShare" double precision default 0 not null check ("bodyweightShare" between 0 and 1),
    "cues" text collate "C" not null,
    "engagement" text collate "C" not null,
    "revision" bigint not null check ("revision" >= 1),
    "createdAt" bigint not null,
    "updatedAt" bigint not null`)

/** The names of these columns. */
export const factColumns = sql.raw(
  `"name", "nameKey", "aliases", "category", "pattern", "mechanic", "force", "equipment", "difficulty", "tracking",
   "unilateral", "perHand", "bodyweightShare", "cues", "engagement", "revision", "createdAt", "updatedAt"`,
)

/** Separates shared exercises from users' own. */
export async function splitExercises(db: QueryExecutorProvider): Promise<void> {
  await createTables(db)
  await sql`insert into "catalogueExercises" ("id", ${factColumns}, "derived")
    select "id", ${factColumns}, "derived" from "exercises" where "userId" is null`.execute(db)
  await sql`insert into "customExercises" ("id", ${factColumns}, "userId", "deletedAt", "seq")
    select "id", ${factColumns}, "userId", "deletedAt", "seq" from "exercises" where "userId" is not null`.execute(
    db,
  )
  await sql`insert into "catalogueMuscles" ("exerciseId", "muscle", "percent") select "id", "muscle", "percent"
    from "exercises" join "exerciseMuscles" on "exerciseKey" = "key" where "userId" is null`.execute(db)
  await sql`insert into "customMuscles" ("userId", "exerciseId", "muscle", "percent")
    select "userId", "id", "muscle", "percent"
    from "exercises" join "exerciseMuscles" on "exerciseKey" = "key" where "userId" is not null`.execute(db)
  await sql`drop table "exerciseMuscles"`.execute(db)
  await sql`drop table "exercises"`.execute(db)
  await sql`create unique index "customExercisesByName" on "customExercises" ("userId", "nameKey") where "deletedAt" is null`.execute(
    db,
  )
  await sql`create index "customExercisesBySeq" on "customExercises" ("userId", "seq")`.execute(db)
}

async function createTables(db: QueryExecutorProvider): Promise<void> {
  await sql`create table "catalogueExercises" (
    "id" text collate "C" not null primary key,
    ${facts},
    "derived" smallint default 0 not null check ("derived" in (0, 1))
  )`.execute(db)
  await sql`create table "catalogueMuscles" (
    "exerciseId" text collate "C" not null references "catalogueExercises" ("id") on delete cascade,
    "muscle" text collate "C" not null,
    "percent" bigint not null check ("percent" between 0 and 100),
    constraint "catalogueMusclesKey" primary key ("exerciseId", "muscle")
  )`.execute(db)
  await sql`create table "customExercises" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "id" text collate "C" not null,
    ${facts},
    "deletedAt" bigint,
    "seq" bigint not null,
    constraint "customExercisesKey" primary key ("userId", "id")
  )`.execute(db)
  await sql`create table "customMuscles" (
    "userId" text collate "C" not null,
    "exerciseId" text collate "C" not null,
    "muscle" text collate "C" not null,
    "percent" bigint not null check ("percent" between 0 and 100),
    constraint "customMusclesKey" primary key ("userId", "exerciseId", "muscle"),
    constraint "customMusclesExercise" foreign key ("userId", "exerciseId") references "customExercises" ("userId", "id") on delete cascade
  )`.execute(db)
}
